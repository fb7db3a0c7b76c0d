import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import { COUNTY_SCOPE } from '../../shared/protocol/scope.ts'
import type { DeviceRecord, HubStore } from './ports.ts'

/**
 * Files an event into the feeds of everyone who may hold it: the other consoles of its township, or all consoles for the
 * county's own events to everyone. Call in the transaction that inserted it. @returns ids of the devices it was filed for.
 */
export function fileEvent(store: HubStore, eventId: number, { envelope }: SealedEvent, author: string): readonly string[] {
  const recipients = consolesIn(store, envelope.scope).filter(({ origin, revokedAt }) => origin !== author && revokedAt === null)
  for (const { origin } of recipients) store.file(origin, envelope.lane, eventId)
  return recipients.map(({ origin }) => origin)
}

function consolesIn(store: HubStore, scope: string): readonly DeviceRecord[] {
  return scope === COUNTY_SCOPE ? store.activeDevices() : store.devicesOf(scope)
}
