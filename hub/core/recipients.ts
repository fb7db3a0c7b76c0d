import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { HubStore } from './ports.ts'

/** Who may hold an event of a township: its consoles, except the one that wrote it and those that were revoked. */
export function recipientsOf(store: HubStore, scope: string, writer: string): readonly string[] {
  return store
    .devicesOf(normaliseDivision(scope))
    .filter(({ origin, revokedAt }) => origin !== writer && revokedAt === null)
    .map(({ origin }) => origin)
}

/**
 * Files an event into the feeds of everyone who may hold it. Call in the transaction that inserted it.
 * @param recipients when they are known already: those of a frame are the same for all its events
 * @returns ids of the devices it was filed for.
 */
export function fileEvent(
  store: HubStore,
  eventId: number,
  { envelope }: SealedEvent,
  recipients = recipientsOf(store, envelope.scope, envelope.origin),
): readonly string[] {
  for (const origin of recipients) store.file(origin, envelope.lane, eventId)
  return recipients
}
