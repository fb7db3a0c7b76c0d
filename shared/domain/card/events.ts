import { z } from 'zod'
import { cardRef } from '../response/events.ts'
import { longText, reason } from '../values.ts'

export const cardEntity = (id: string): string => `card-${id}`

const hash = z.string().regex(/^[0-9a-f]{16}$/)

export const cardBodies = {
  /** 审核: a person answers for the card as it stands; `hash` of the file, so that a later change asks anew. */
  'card.reviewed': z.object({ card: cardRef, hash, note: longText }),
  'card.reviewWithdrawn': z.object({ card: cardRef, reason }),
} as const
