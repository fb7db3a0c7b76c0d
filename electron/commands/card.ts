import { cardEntity } from '../../shared/domain/card/events.ts'
import type { ResponseArgs } from '../../shared/ipc/response.ts'
import type { ShelvedCard } from '../cards.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'

/** 审核: the person answers for the card as it stands now; another version asks anew. */
export function reviewCard(desk: DeskContext, { card, base, note }: ResponseArgs<'card.review'>): null {
  const flags = requireRole(desk, 'card.review')
  const { hash, card: found } = findCard(desk, card)
  const body = { card: { id: found.id, version: found.version, title: found.title['zh-CN'] }, hash, note }
  desk.store.append([{ kind: 'card.reviewed', entity: cardEntity(card), base, body }], {
    author: desk.session.author(),
    flags,
  })
  return null
}

export function withdrawReview(desk: DeskContext, { card, base, reason }: ResponseArgs<'card.withdrawReview'>): null {
  const flags = requireRole(desk, 'card.review')
  const { card: found } = findCard(desk, card)
  if (!readState(desk.store.db, 'card', cardEntity(card))?.state.fields.review?.value)
    throw new CommandError('card.notReviewed')
  const body = { card: { id: found.id, version: found.version, title: found.title['zh-CN'] }, reason }
  desk.store.append([{ kind: 'card.reviewWithdrawn', entity: cardEntity(card), base, body }], {
    author: desk.session.author(),
    flags,
  })
  return null
}

function findCard({ cards }: DeskContext, id: string): ShelvedCard {
  const found = cards.all().find(({ card }) => card.id === id)
  if (!found) throw new CommandError('response.unknownCard')
  return found
}
