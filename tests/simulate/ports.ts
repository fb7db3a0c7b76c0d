import type { Store } from '../../electron/store/store.ts'
import type { SyncStore } from '../../electron/sync/ports.ts'
import type { WrapHubStore } from '../support/simulatedHub.ts'

/** Ports put in the place of the right ones. Nothing given: the product as it is. */
export interface WrongPorts {
  readonly hubStore?: WrapHubStore
  readonly store?: (store: Store) => Store
  readonly syncStore?: (sync: SyncStore, store: Store) => SyncStore
  /** Done to a data folder before the console opens it. */
  readonly beforeOpen?: (folder: string) => void
}

/** Everything that is done to a run. Each is counted when it took effect, not when it was planned. */
export const FAULTS = [
  'loss',
  'duplication',
  'reordering',
  'halfOpen',
  'cutMidFrame',
  'cut',
  'hubKilled',
  'hubKilledBeforeAck',
  'consoleKilled',
  'consoleKilledAtWrite',
  'clockJump',
  'consoleRestored',
  'hubRestored',
  'hubReplaced',
  'twoDevicesOneKey',
  'lanes01Only',
] as const
export type Fault = (typeof FAULTS)[number]
export type FaultCounts = { [F in Fault]: number }

export function noFaults(): FaultCounts {
  return Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as FaultCounts
}
