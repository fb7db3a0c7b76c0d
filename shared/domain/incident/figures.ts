import { z } from 'zod'
import type { Amount } from '../values.ts'
import { amount } from '../values.ts'

/** Key of a counted figure (灾情指标); the list with names and units is resources/classification/figures.json. */
export const figureField = z.string().regex(/^[a-z][A-Za-z]{1,39}$/)

/**
 * Figures by field, in the order of their names: the state made of them then reads the same on every console. A field nobody
 * spoke of is absent; one spoken of without a number is null (未知), which is not zero.
 */
export const figures = z
  .record(figureField, amount)
  .refine((all) => Object.keys(all).length <= 40)
  .overwrite((all) => Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))))
export type Figures = z.infer<typeof figures>

/** Figures that mean lives at stake: 死亡, 失踪, 被困. */
export const LIFE_FIELDS = ['dead', 'missing', 'trapped'] as const

/** Whether lives are said to be at stake: a number above zero, or spoken of without knowing how many. */
export function tellsOfLives(all: Figures | undefined): boolean {
  return all !== undefined && LIFE_FIELDS.some((field) => isLifeAtStake(field, all[field]))
}

export function isLifeAtStake(field: string, value: Amount | undefined): boolean {
  return LIFE_FIELDS.some((life) => life === field) && value !== undefined && !isZero(value)
}

/** Exactly none. Unknown is not zero, and neither is “0 to 3”. */
export function isZero(value: Amount): boolean {
  if (value === null) return false
  if ('n' in value) return value.n === 0
  return 'about' in value ? value.about === 0 : value.max === 0
}

/** The same statement: “about 3” and “3” are two different ones. */
export function sameAmount(a: Amount, b: Amount): boolean {
  if (a === null || b === null) return a === b
  if ('n' in a) return 'n' in b && a.n === b.n
  if ('about' in a) return 'about' in b && a.about === b.about
  return 'min' in b && a.min === b.min && a.max === b.max
}
