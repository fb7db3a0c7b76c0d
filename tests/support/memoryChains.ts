import type { ChainName, ReadLimit } from '../../electron/sync/ports.ts'
import { takeWithin } from '../../hub/store/takeWithin.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../shared/protocol/envelope.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { ConsoleDisk } from './consoleDisk.ts'

/** The events of a disk, sorted into chains. */
export interface MemoryChains {
  /** Keeps an event, on its chain or, where its number is taken, on another branch. */
  keep(event: SealedEvent): void
  holds(hash: string): boolean
  all(): readonly SealedEvent[]
  /** The chains of one device, in no promised order. */
  chainsOf(origin: string): readonly (readonly SealedEvent[])[]
  of(origin: string, chain: ChainName): readonly SealedEvent[]
  /** Events of another history under the same identity, behind the last common number. */
  branchOf(origin: string, chain: ChainName, commonSeq: number): readonly SealedEvent[]
}

export function createMemoryChains(disk: ConsoleDisk): MemoryChains {
  const byHash = new Map<string, SealedEvent>()
  const branched = new Set<string>()
  const chains = new Map<string, SealedEvent[]>()
  const nameOf = (origin: string, epoch: string, lane: Lane): string => `${origin} ${epoch} ${lane}`

  function remember(event: SealedEvent, branch: number): void {
    byHash.set(event.hash, event)
    if (branch > 0) {
      branched.add(event.hash)
      return
    }
    const name = nameOf(event.envelope.origin, event.envelope.epoch, event.envelope.lane)
    const chain = chains.get(name) ?? []
    chain.push(event)
    chains.set(name, chain)
  }

  for (const { bytes, branch } of disk.events) remember(openEnvelope(bytes, nodePrimitives), branch)

  return {
    keep(event) {
      if (byHash.has(event.hash)) return
      const { origin, epoch, lane, seq, prev } = event.envelope
      const chain = chains.get(nameOf(origin, epoch, lane)) ?? []
      const taken = (chain.at(-1)?.envelope.seq ?? 0) >= seq || branched.has(prev)
      disk.events.push({ hash: event.hash, bytes: event.bytes, branch: taken ? 1 : 0 })
      remember(event, taken ? 1 : 0)
    },
    holds: (hash) => byHash.has(hash),
    all: () => [...byHash.values()],
    chainsOf: (origin) => [...chains.values()].filter(([first]) => first?.envelope.origin === origin),
    of: (origin, { epoch, lane }) => chains.get(nameOf(origin, epoch, lane)) ?? [],
    branchOf: (origin, { epoch, lane }, commonSeq) =>
      disk.events
        .filter(({ branch }) => branch > 0)
        .map(({ hash }) => byHash.get(hash))
        .filter((event) => event !== undefined)
        .filter(({ envelope: e }) => e.origin === origin && e.epoch === epoch && e.lane === lane && e.seq > commonSeq)
        .sort((a, b) => a.envelope.seq - b.envelope.seq),
  }
}

export function hashIn(chain: readonly SealedEvent[], seq: number): string | null {
  const event = chain[indexOf(chain, seq)]
  return event?.envelope.seq === seq ? event.hash : null
}

export function readFrom(chain: readonly SealedEvent[], fromSeq: number, limit: ReadLimit): readonly Uint8Array[] {
  const start = indexOf(chain, fromSeq)
  return takeWithin(chain.slice(start, start + limit.events), limit.bytes).map(({ bytes }) => bytes)
}

/** Where a number is, or would be, in a chain that may have holes. */
function indexOf(chain: readonly SealedEvent[], seq: number): number {
  if (chain[seq - 1]?.envelope.seq === seq) return seq - 1
  const found = chain.findIndex(({ envelope }) => envelope.seq >= seq)
  return found < 0 ? chain.length : found
}
