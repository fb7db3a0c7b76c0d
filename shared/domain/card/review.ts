import type { Aggregate } from '../event.ts'
import { type Registers, type Writer, writeFields } from '../registers.ts'

/** Who has answered for a disposal card. */
export interface CardReview {
  readonly id: string
  /** review: {hash, version, note} or null. */
  readonly fields: Registers
}

export const cardAggregate: Aggregate<CardReview> = {
  name: 'card',
  initial: (id) => ({ id, fields: {} }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'card.reviewed': {
        const { hash, card, note } = event.body
        const fields = { title: card.title, review: { hash, version: card.version, note } }
        return { ...state, fields: writeFields(state.fields, fields, event, seen) }
      }
      case 'card.reviewWithdrawn':
        return { ...state, fields: writeFields(state.fields, { review: null }, event, seen) }
      default:
        return state
    }
  },
}

/** The sign-off of a card, or null when nobody has signed this very text. */
export function reviewOf(
  review: CardReview | null,
  hash: string,
): { readonly by: Writer; readonly note: string } | null {
  const register = review?.fields.review
  const value = register?.value as { readonly hash?: unknown; readonly note?: unknown } | null | undefined
  if (!register || !value || value.hash !== hash) return null
  return { by: register.by, note: typeof value.note === 'string' ? value.note : '' }
}
