import { z } from 'zod'
import { officialMoment } from '../report/words.ts'
import type { Urgency } from '../urgency.ts'
import { type DispatchWords, fillIn, type ScriptLine } from './script.ts'

/** 任务单 on A5, two to a sheet, or on A4. */
export const SLIP_SIZES = ['a5', 'a4'] as const
export const slipSize = z.enum(SLIP_SIZES)
export type SlipSize = (typeof SLIP_SIZES)[number]

/** 任务单: what is printed of a task, and where people sign. */
export interface TaskSlip {
  /** 演练, or ''. */
  readonly drill: string
  readonly title: string
  readonly number: string
  readonly township: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly scriptTitle: string
  readonly script: readonly string[]
  readonly signatures: readonly string[]
  /** Where the time is written beside a signature. */
  readonly signLine: string
  readonly headCode: string
}

export interface SlipFacts {
  readonly no: string
  readonly township: string
  readonly officer: string
  readonly issuedAt: number | null
  readonly recipient: string
  readonly phone: string
  readonly incident: string
  readonly place: string
  readonly urgency: Urgency
  readonly dueAt: number | null
  readonly authority: string
  readonly script: readonly ScriptLine[]
  readonly headCode: string
  readonly drill: boolean
}

/** Said on the telephone only: who calls, that it is to be repeated; the slip has the deadline and the drill in places of their own. */
const SPOKEN_ONLY: readonly ScriptLine['part'][] = ['self', 'due', 'repeat', 'drill']

/** The slip from the same facts as the script. What nobody said has no line. */
export function composeSlip(facts: SlipFacts, words: DispatchWords): TaskSlip {
  const { slip } = words
  const lines: readonly (readonly [string, string])[] = [
    [slip.to, facts.recipient],
    [slip.phone, facts.phone],
    [slip.issuedAt, facts.issuedAt === null ? '' : officialMoment(facts.issuedAt)],
    [slip.due, facts.dueAt === null ? slip.noDue : officialMoment(facts.dueAt)],
    [slip.urgency, facts.urgency === 'life-safety' ? slip.lifeSafety : slip.ordinary],
    [slip.incident, facts.incident],
    [slip.place, facts.place],
    [slip.authority, facts.authority],
  ]
  const { issuer, leader, recipient, completed, verified } = slip.signatures
  return {
    drill: facts.drill ? words.drill : '',
    title: slip.title,
    number: fillIn(slip.number, { value: facts.no }),
    township: facts.township,
    facts: lines.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
    scriptTitle: slip.script,
    script: facts.script.filter(({ part }) => !SPOKEN_ONLY.includes(part)).map(({ text }) => text),
    signatures: [
      facts.officer === '' ? issuer : `${issuer}（${facts.officer}）`,
      leader,
      recipient,
      completed,
      verified,
    ],
    signLine: slip.signLine,
    headCode: fillIn(slip.headCode, { value: facts.headCode }),
  }
}
