/**
 * What one direction of a connection has said so far: names and ids cost nothing the second time, and a chain goes on without
 * repeating the hash it stands on. Both ends keep the same, because a connection brings frames in order or breaks.
 */
export interface Memory {
  /** Last reading of a clock, ms since 1970. */
  time: number
  readonly texts: Map<number, readonly string[]>
  readonly chains: Map<string, ChainMemory>
  /** Largest number over all lanes, by device and epoch. */
  readonly counts: Map<string, number>
  versions: readonly string[]
  kind: string
  /** Whose event, or whose hello, came last. */
  lastOrigin: string
  clockQuality: number
  flags: number
}

export interface ChainMemory {
  readonly seq: number
  readonly hash: string
}

/** Texts remembered at one place, the newest first: 4 bits choose among them. */
export const REMEMBERED = 16
/** Versions remembered: 6 bits. */
export const REMEMBERED_VERSIONS = 64
const MOST_PLACES = 512
const MOST_CHAINS = 256

export function createMemory(): Memory {
  return {
    // The codebook's own time: the first reading of a connection is told from here.
    time: Date.UTC(2026, 0, 1),
    texts: new Map(),
    chains: new Map(),
    counts: new Map(),
    versions: [],
    kind: '',
    lastOrigin: '',
    clockQuality: 0,
    flags: 0,
  }
}

/** Lists are replaced, never changed, so that a copy stays what it was. */
export function copyMemory(memory: Memory): Memory {
  return {
    ...memory,
    texts: new Map(memory.texts),
    chains: new Map(memory.chains),
    counts: new Map(memory.counts),
  }
}

export function rememberText(memory: Memory, place: number, text: string): void {
  const known = memory.texts.get(place)
  if (known?.[0] === text) return
  if (!known && memory.texts.size >= MOST_PLACES) memory.texts.clear()
  memory.texts.set(place, [text, ...(known ?? []).filter((one) => one !== text)].slice(0, REMEMBERED))
}

export function rememberVersion(memory: Memory, version: string): void {
  memory.versions = [version, ...memory.versions.filter((one) => one !== version)].slice(0, REMEMBERED_VERSIONS)
}

export function rememberChain(memory: Memory, chain: string, device: string, n: number, at: ChainMemory): void {
  if (memory.chains.size >= MOST_CHAINS && !memory.chains.has(chain)) memory.chains.clear()
  if (memory.counts.size >= MOST_CHAINS && !memory.counts.has(device)) memory.counts.clear()
  memory.chains.set(chain, at)
  memory.counts.set(device, n)
}
