import { z } from 'zod'
import { requiredText } from '../values.ts'

/** A text in both languages of the console; the Chinese one goes into the records. */
const both = z.object({ 'zh-CN': requiredText, en: requiredText })
export type BothLanguages = z.infer<typeof both>

const id = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const step = z.object({ id, text: both })
const point = z.object({ id, text: both })

/** When a step is due, in the order of a card. */
export const CARD_PARTS = ['firstFive', 'fiveToThirty'] as const
export type CardPart = (typeof CARD_PARTS)[number]

/** One file of resources/cards: what the duty room does in the first half hour of one kind of incident. */
export const cardFile = z.object({
  id,
  /** Raised with every change: a step that was ticked says which version it was a step of. */
  version: z.int().min(1).max(100_000),
  title: both,
  /** Keys of resources/classification/incidentTypes.json; empty: for what no other card is made for. */
  types: z.array(z.string()),
  trigger: both,
  firstFive: z.array(step).min(1).max(12),
  fiveToThirty: z.array(step).min(1).max(16),
  /** What must not be done. */
  forbidden: z.array(point).min(1).max(12),
  /** Secondary hazards to watch. */
  watch: z.array(point).min(1).max(12),
  /** What a report says of it besides the usual. */
  reportFields: z.array(point).max(16),
  phones: z.array(z.object({ id, name: both, number: z.string().max(40) })).max(16),
  source: both,
  /** The state it was delivered in; a person's sign-off is an event. */
  reviewed: z.literal('needs local review'),
})
export type DisposalCard = z.infer<typeof cardFile>

export interface CardStep {
  readonly part: CardPart
  readonly id: string
  readonly text: BothLanguages
}

/** All steps of a card in their order. */
export function stepsOf(card: DisposalCard): readonly CardStep[] {
  return CARD_PARTS.flatMap((part) => card[part].map((one) => ({ part, id: one.id, text: one.text })))
}

/**
 * The cards at hand for an incident: those made for its type, else the general ones; then what a person took to hand or put
 * away. In the order of `all`.
 */
export function cardsFor(
  all: readonly DisposalCard[],
  type: string,
  chosen: Readonly<Record<string, boolean>>,
): readonly DisposalCard[] {
  const own = all.filter(({ types }) => types.includes(type))
  const proposed = new Set(
    (own.length > 0 ? own : all.filter(({ types }) => types.length === 0)).map((card) => card.id),
  )
  return all.filter((card) => chosen[card.id] ?? proposed.has(card.id))
}
