import type { CountyHeads, DownCursor, Enrolled, HubPin, PendingEnrolment } from '../../electron/sync/ports.ts'
import type { Checkpoint } from '../../shared/protocol/checkpoint.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import { epochName } from '../../shared/protocol/identity.ts'
import type { Random } from '../../shared/protocol/ports.ts'

/** Everything a console's disk would hold; plain data, so that a copy of it is a backup. */
export interface ConsoleDisk {
  epoch: string
  n: number
  hlc: string
  /** Own and others' events by hash, in order of arrival. `branch` 0 is the chain, 1 another history under the same identity. */
  events: { hash: string; bytes: Uint8Array; branch: number }[]
  acks: { [chain: string]: { acked: number; ackedOnce: number; closedAt: number | null } }
  cursors: [DownCursor, DownCursor, DownCursor]
  recovering: boolean
  parked: { [place: string]: string }
  countyHeads: CountyHeads[]
  checkpoints: { checkpoint: Checkpoint; countersigned: boolean }[]
  pin: HubPin | null
  pending: PendingEnrolment | null
  enrolled: Enrolled | null
}

/** Before the first event of a lane's feed. */
export const NO_CURSOR: DownCursor = { feedSeq: 0, hash: '' }

export function emptyDisk(random: Pick<Random, 'bytes'>): ConsoleDisk {
  return {
    epoch: epochName(1, random.bytes(4)),
    n: 0,
    hlc: makeHlc(0, 0),
    events: [],
    acks: {},
    cursors: [NO_CURSOR, NO_CURSOR, NO_CURSOR],
    recovering: false,
    parked: {},
    countyHeads: [],
    checkpoints: [],
    pin: null,
    pending: null,
    enrolled: null,
  }
}

/** A backup of a disk, or the disk of a restored one. */
export function copyDisk(disk: ConsoleDisk): ConsoleDisk {
  return structuredClone(disk)
}
