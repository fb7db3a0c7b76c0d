import { readFileSync } from 'node:fs'
import type { ReportRules } from '../../shared/domain/report/clocks.ts'
import { CLOCK_RULES, type ClockRule, type Rule, ruleFile } from '../../shared/domain/rules.ts'
import type { RuleOutcome } from '../../shared/domain/task/events.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { canonicalJson } from '../../shared/protocol/canonical.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { findResource } from '../findResource.ts'
import { readWorkingDays, reportRulesOf } from './reportRules.ts'

const MINUTE_MS = 60_000

/** The limits of duty clocks as they stand in resources/rules. */
export interface ClockRules {
  /** False: the file is missing or malformed. The desk works, without the clocks that depend on it, and says so. */
  readonly readable: boolean
  /** Until when, counted from an instant; undefined when there is no such limit. */
  limit(rule: ClockRule, fromMs: number): RuleOutcome | undefined
  /** Document and article the limit comes from, as the file names them; '' when there is no such limit. */
  sourceOf(rule: ClockRule): string
  /** When time is running out between two instants: amber begins. */
  amberFrom(startMs: number, dueMs: number): number
  /** Limits of reporting: minutes, times of day, working days. */
  readonly reports: ReportRules
  /** First 16 hexadecimal digits of the file's canonical form. */
  readonly hash: string
  /** A rule as the file has it, with where it comes from. */
  citation(rule: ClockRule): Rule | undefined
}

/** Reads the limits. Never throws: a file that somebody edited badly must not keep the desk from opening. */
export function readClockRules(path = findResource('rules/clocks.json')): ClockRules {
  const { rules, hash, readable } = readValues(path)
  const share = (rules.get('deadline.amber.share')?.value ?? 0) / 100
  const most = (rules.get('deadline.amber.most')?.value ?? 0) * MINUTE_MS
  return {
    readable,
    hash,
    reports: reportRulesOf(rules, hash, readWorkingDays(findResource('rules/workingDays.json'))),
    citation: (rule) => rules.get(rule),
    limit(rule, fromMs) {
      const minutes = rules.get(rule)?.value
      if (minutes === undefined) return undefined
      return { rule, rulesHash: hash, minutes, dueAt: fromMs + minutes * MINUTE_MS }
    },
    sourceOf(rule) {
      const source = rules.get(rule)?.source
      return source ? `${source.document}：${source.article}` : ''
    },
    amberFrom: (startMs, dueMs) => dueMs - Math.max(0, Math.min((dueMs - startMs) * share, most)),
  }
}

interface Values {
  readonly rules: ReadonlyMap<string, Rule>
  /** First 16 hexadecimal digits of the file's canonical form. */
  readonly hash: string
  readonly readable: boolean
}

function readValues(path: string): Values {
  try {
    const { rules } = ruleFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    const known = new Map(rules.map((one) => [one.id, one]))
    const hash = toHex(nodePrimitives.sha256(Buffer.from(canonicalJson({ rules })))).slice(0, 16)
    return { rules: known, hash, readable: CLOCK_RULES.every((id) => known.has(id)) }
  } catch {
    return { rules: new Map(), hash: '', readable: false }
  }
}
