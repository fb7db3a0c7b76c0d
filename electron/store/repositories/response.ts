import { cardsFor } from '../../../shared/domain/card/card.ts'
import { cardEntity } from '../../../shared/domain/card/events.ts'
import { reviewOf } from '../../../shared/domain/card/review.ts'
import { fieldsOf } from '../../../shared/domain/incident/readIncident.ts'
import { responseEntity } from '../../../shared/domain/response/events.ts'
import { chosenCards } from '../../../shared/domain/response/readResponse.ts'
import type { Response } from '../../../shared/domain/response/response.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import type { ShelvedCard } from '../../cards.ts'
import { readState } from '../projections/entityState.ts'

/** Everything of the response to one incident but its limits; null when nothing of the incident has arrived. */
export function readBoard(
  db: ReadableDb,
  incident: string,
  shelf: readonly ShelvedCard[],
): Pick<ResponseBoard, 'response' | 'cards' | 'others' | 'receivedAt'> | null {
  const found = readState(db, 'incident', incident)?.state
  if (!found) return null
  const response = readState(db, 'response', responseEntity(incident))
  const type = fieldsOf(found).type?.key ?? ''
  const all = shelf.map(({ card }) => card)
  const atHand = new Set(cardsFor(all, type, response ? chosenCards(response.state) : {}).map(({ id }) => id))
  return {
    response,
    cards: shelf.filter(({ card }) => atHand.has(card.id)).map((one) => readCard(db, one)),
    others: all.filter(({ id }) => !atHand.has(id)).map(({ id, title }) => ({ id, title })),
    receivedAt: readFirstCall(db, incident) ?? hlcMs(found.since),
  }
}

/** A card with whoever has signed it. */
export function readCard(db: ReadableDb, { card, hash }: ShelvedCard): CardOnBoard {
  const record = readState(db, 'card', cardEntity(card.id))
  const review = reviewOf(record?.state ?? null, hash)
  return {
    card,
    review: review && { by: review.by.name, atMs: hlcMs(review.by.hlc), note: review.note },
    tips: record?.tips ?? [],
  }
}

/** When the first call came (ms) that belongs to the incident or to one merged into it; null: nobody called. */
export function readFirstCall(db: ReadableDb, incident: string): number | null {
  return (
    db
      .prepare<[string], { first: number | null }>(
        `SELECT min(c.reported_ms) AS first FROM incident i JOIN call c ON c.incident = i.id
         WHERE i.root = ? AND c.voided = 0`,
      )
      .get(incident)?.first ?? null
  )
}

/** Responses with a clock that runs, or was missed and nobody has said why. */
export function readWatchedResponses(db: ReadableDb): readonly Response[] {
  return db
    .prepare<[], { id: string }>('SELECT id FROM response WHERE watched = 1 ORDER BY id')
    .all()
    .flatMap(({ id }) => readState(db, 'response', id)?.state ?? [])
}
