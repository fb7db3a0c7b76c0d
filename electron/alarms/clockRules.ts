import { readFileSync } from 'node:fs'
import { CLOCK_RULES, type ClockRule, ruleFile } from '../../shared/domain/rules.ts'
import type { RuleOutcome } from '../../shared/domain/task/events.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { canonicalJson } from '../../shared/protocol/canonical.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { findResource } from '../findResource.ts'

const MINUTE_MS = 60_000

/** The limits of duty clocks as they stand in resources/rules. */
export interface ClockRules {
  /** False: the file is missing or malformed. The desk works, without the clocks that depend on it, and says so. */
  readonly readable: boolean
  /** Until when, counted from an instant; undefined when there is no such limit. */
  limit(rule: ClockRule, fromMs: number): RuleOutcome | undefined
  /** When time is running out between two instants: amber begins. */
  amberFrom(startMs: number, dueMs: number): number
}

/** Reads the limits. Never throws: a file that somebody edited badly must not keep the desk from opening. */
export function readClockRules(path = findResource('rules/clocks.json')): ClockRules {
  const { values, hash, readable } = readValues(path)
  const share = (values.get('deadline.amber.share') ?? 0) / 100
  const most = (values.get('deadline.amber.most') ?? 0) * MINUTE_MS
  return {
    readable,
    limit(rule, fromMs) {
      const minutes = values.get(rule)
      if (minutes === undefined) return undefined
      return { rule, rulesHash: hash, minutes, dueAt: fromMs + minutes * MINUTE_MS }
    },
    amberFrom: (startMs, dueMs) => dueMs - Math.max(0, Math.min((dueMs - startMs) * share, most)),
  }
}

interface Values {
  readonly values: ReadonlyMap<string, number>
  /** First 16 hexadecimal digits of the file's canonical form. */
  readonly hash: string
  readonly readable: boolean
}

function readValues(path: string): Values {
  try {
    const { rules } = ruleFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    const values = new Map(rules.map(({ id, value }) => [id, value]))
    const hash = toHex(nodePrimitives.sha256(Buffer.from(canonicalJson({ rules })))).slice(0, 16)
    return { values, hash, readable: CLOCK_RULES.every((id) => values.has(id)) }
  } catch {
    return { values: new Map(), hash: '', readable: false }
  }
}
