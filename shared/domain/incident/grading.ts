import { z } from 'zod'
import type { Amount } from '../values.ts'
import type { BoardRow } from './figureBoard.ts'
import { figureField } from './figures.ts'
import { type Level, levelRank } from './levels.ts'

/** Grades that a rule can give; 待定 is none. */
const GIVEN = ['ordinary', 'relativelySerious', 'serious', 'especiallySerious'] as const
export const givenLevel = z.enum(GIVEN)
export type GivenLevel = z.infer<typeof givenLevel>

/** One way of grading: for which incidents, from which numbers on. `from` counts the number itself in (以上含本数). */
export const gradeScheme = z.object({
  id: z.string().min(1),
  /** Keys of types; with `group`, every type of that group. */
  types: z.array(z.string()),
  group: z.string().optional(),
  source: z.object({ document: z.string(), article: z.string(), confidence: z.enum(['high', 'medium', 'low']) }),
  /** What the scheme itself calls the four grades. */
  names: z.record(givenLevel, z.string().min(1)),
  thresholds: z.array(z.object({ field: figureField, from: z.partialRecord(givenLevel, z.number().min(0)) })).min(1),
})
export type GradeScheme = z.infer<typeof gradeScheme>
/** resources/rules/grades.json */
export const gradesFile = z.object({ note: z.string(), schemes: z.array(gradeScheme) })

/** What one figure contributes. */
export interface GradeReason {
  readonly field: string
  readonly value: Exclude<Amount, null>
  /** The number it reaches; null: below all of them. */
  readonly from: number | null
  /** False: somebody said so, nobody has adopted it. */
  readonly official: boolean
}

export interface GradeProposal {
  readonly scheme: string
  readonly level: GivenLevel
  /** As the scheme calls it: 中型. */
  readonly name: string
  /** What it rests on; the decisive ones first. */
  readonly reasons: readonly GradeReason[]
  /** The grade it would be if the missing were dead; null when that changes nothing. */
  readonly ifMissingDead: { readonly level: GivenLevel; readonly name: string } | null
}

/** The scheme for a type of incident: its own before that of its group. */
export function schemeFor(
  type: string,
  group: string | undefined,
  schemes: readonly GradeScheme[],
): GradeScheme | undefined {
  return (
    schemes.find(({ types }) => types.includes(type)) ??
    schemes.find((scheme) => scheme.group !== undefined && scheme.group === group)
  )
}

/**
 * A grade from the figures, with its reasons. An adopted value counts; where none was adopted, the highest that was said, marked as
 * such. Of a range the upper end counts: a grade too high is taken back, one too low costs help. Null while no figure says anything.
 */
export function proposeGrade(board: readonly BoardRow[], scheme: GradeScheme): GradeProposal | null {
  const said = scheme.thresholds.flatMap(({ field, from }) => {
    const row = board.find((one) => one.field === field)
    const found = row && countedValue(row)
    return found ? [{ field, from, ...found }] : []
  })
  if (said.length === 0) return null
  const graded = said.map(({ field, from, value, official }) => {
    const level = levelOf(upperEnd(value), from)
    return { level, reason: { field, value, official, from: reached(upperEnd(value), from) } }
  })
  const level = highest(graded.map((one) => one.level))
  const missing = board.find(({ field }) => field === 'missing')
  const lost = missing && countedValue(missing)
  const dead = scheme.thresholds.find(({ field }) => field === 'dead')
  const ifDead =
    lost && dead ? highest([level, levelOf(upperEnd(lost.value) + (upperEndOf(board, 'dead') ?? 0), dead.from)]) : level
  return {
    scheme: scheme.id,
    level,
    name: scheme.names[level],
    reasons: graded.toSorted((a, b) => levelRank(b.level) - levelRank(a.level)).map(({ reason }) => reason),
    ifMissingDead: ifDead === level ? null : { level: ifDead, name: scheme.names[ifDead] },
  }
}

function countedValue({
  official,
  claims,
}: BoardRow): { readonly value: Exclude<Amount, null>; readonly official: boolean } | null {
  if (official) return official.value === null ? null : { value: official.value, official: true }
  const [most] = claims
    .flatMap(({ amount }) => (amount === null ? [] : [amount]))
    .toSorted((a, b) => upperEnd(b) - upperEnd(a))
  return most ? { value: most, official: false } : null
}

function upperEndOf(board: readonly BoardRow[], field: string): number | null {
  const row = board.find((one) => one.field === field)
  const found = row && countedValue(row)
  return found ? upperEnd(found.value) : null
}

function upperEnd(value: Exclude<Amount, null>): number {
  if ('n' in value) return value.n
  return 'about' in value ? value.about : value.max
}

type From = GradeScheme['thresholds'][number]['from']

function levelOf(n: number, from: From): GivenLevel {
  return GIVEN.findLast((level) => from[level] !== undefined && n >= from[level]) ?? 'ordinary'
}

function reached(n: number, from: From): number | null {
  const level = GIVEN.findLast((one) => from[one] !== undefined && n >= from[one])
  return level === undefined ? null : (from[level] ?? null)
}

function highest(levels: readonly GivenLevel[]): GivenLevel {
  return levels.reduce((a, b) => (levelRank(b) > levelRank(a) ? b : a), 'ordinary')
}

/** What was proposed when the officer decided: kept in the event, so that it can be read after the rules have changed. */
export const proposedGrade = z.object({
  scheme: z.string().min(1).max(100),
  rulesHash: z.string().max(64),
  level: givenLevel,
  /** In words, as it was on screen. */
  because: z.string().trim().max(1_000),
})

export function isGiven(level: Level): level is GivenLevel {
  return GIVEN.some((one) => one === level)
}
