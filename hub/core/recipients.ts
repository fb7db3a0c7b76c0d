import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { HubStore } from './ports.ts'

/**
 * Files an event into the feeds of everyone who may hold it: the consoles of its township, except the one that wrote it. Call in
 * the transaction that inserted it. @returns ids of the devices it was filed for.
 */
export function fileEvent(store: HubStore, eventId: number, { envelope }: SealedEvent): readonly string[] {
  const recipients = store
    .devicesOf(normaliseDivision(envelope.scope))
    .filter(({ origin, revokedAt }) => origin !== envelope.origin && revokedAt === null)
  for (const { origin } of recipients) store.file(origin, envelope.lane, eventId)
  return recipients.map(({ origin }) => origin)
}
