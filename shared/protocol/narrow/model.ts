import type { BitCoder } from './rangeCoder.ts'

/**
 * What is likely to come next, learned from the codebook and from the frame so far: every context remembers how often a decision
 * went which way in it, and a small mixer learns which contexts to believe (context mixing after lpaq1). Whole numbers only, so
 * that both ends come to the same chances on every machine.
 */
export interface Model {
  /** Codes one of 2^bits values, the highest bit first. `contexts` are hashes, the least specific first; `family` chooses the mixer's weights. */
  value(coder: BitCoder, value: number, bits: number, contexts: Int32Array, family: number): number
  /** Until {@link Model.forget}, what is learned can be taken back. */
  remember(): void
  /** Back to what was known when {@link Model.remember} was called. */
  forget(): void
}

/**
 * Three decisions of one context lie side by side, eight numbers: a check of whose they are, then one for each of the seven
 * nodes of their tree (16 bits the chance of a 1, 8 bits how often it was seen).
 */
const GROUP = 8
const GROUP_BITS = 3
const TABLE_GROUPS = 2 ** 18
const NEW_NODE = 32_768 << 8
export const MAX_CONTEXTS = 8
const MOST_BITS = 12
/** How fast a context follows: 1/(n + 1.3), then steadily. Of 4096. */
const SLOWEST = 255
const RATES = Int32Array.from({ length: SLOWEST + 1 }, (_, n) => Math.floor(4096 / (Math.min(n, 30) + 1.3)))
/** How far a context that was seen so often is believed, of 256. */
const TRUST = Int32Array.from({ length: SLOWEST + 1 }, (_, n) => (n === 0 ? 0 : Math.min(320, 256 + n * 10)))
const SQUASH = squashTable()
const STRETCH = stretchTable(SQUASH)
const WEIGHT_ONE = 65_536
/** All contexts together are worth so much at first, of 65,536. */
const START_WORTH = 80_000
const LEARN_SHIFT = 13

/** @param families how many contexts each family of values is told by. */
export function createModel(families: readonly number[]): Model {
  const table = new Uint32Array(TABLE_GROUPS * GROUP)
  const familySize = MOST_BITS * (MAX_CONTEXTS + 1) * MAX_CONTEXTS
  const weights = new Int32Array(families.length * familySize)
  for (const [family, contexts] of families.entries())
    weights.fill(Math.floor(START_WORTH / contexts), family * familySize, (family + 1) * familySize)
  const groups = new Int32Array(MAX_CONTEXTS)
  const inputs = new Int32Array(MAX_CONTEXTS)
  let savedWeights: Int32Array | null = null
  let journal = new Uint32Array(0)
  let journalLength = 0

  function change(slot: number, state: number): void {
    if (savedWeights) {
      if (journalLength === journal.length) {
        const grown = new Uint32Array(Math.max(8192, journalLength * 2))
        grown.set(journal)
        journal = grown
      }
      journal[journalLength++] = slot
      journal[journalLength++] = table[slot] ?? 0
    }
    table[slot] = state
  }

  function groupOf(context: number, path: number): number {
    let hash = Math.imul(context ^ Math.imul(path, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 13
    const group = (hash & (TABLE_GROUPS - 1)) * GROUP
    const check = ((hash >>> 18) | 0x8000_0000) >>> 0
    if (table[group] !== check) {
      change(group, check)
      for (let node = 1; node < GROUP; node += 1) change(group + node, NEW_NODE)
    }
    return group
  }

  function bit(coder: BitCoder, wanted: number, node: number, depth: number, used: number, family: number): number {
    let highest = 0
    for (let at = 0; at < used; at += 1) {
      const state = table[(groups[at] ?? 0) + node] ?? 0
      const seen = state & 255
      if (seen > 0) highest = at + 1
      inputs[at] = ((STRETCH[state >>> 12] ?? 0) * (TRUST[seen] ?? 0)) >> 8
    }
    const set = ((family * MOST_BITS + depth) * (MAX_CONTEXTS + 1) + highest) * MAX_CONTEXTS
    let sum = 0
    for (let at = 0; at < used; at += 1) sum += (inputs[at] ?? 0) * (weights[set + at] ?? 0)
    const mixed = Math.max(-2047, Math.min(2047, Math.floor(sum / WEIGHT_ONE)))
    const p1 = Math.max(1, Math.min(4095, SQUASH[mixed + 2048] ?? 2048))
    const taken = coder.code(wanted, p1)
    const error = (taken << 12) - p1
    const goal = taken ? 65_535 : 0
    for (let at = 0; at < used; at += 1) {
      const weight = weights[set + at] ?? 0
      weights[set + at] = weight + (((inputs[at] ?? 0) * error + (1 << (LEARN_SHIFT - 1))) >> LEARN_SHIFT)
      const slot = (groups[at] ?? 0) + node
      const state = table[slot] ?? 0
      const seen = state & 255
      const chance = state >>> 8
      const moved = chance + (((goal - chance) * (RATES[seen] ?? 0)) >> 12)
      change(slot, ((moved << 8) | Math.min(seen + 1, SLOWEST)) >>> 0)
    }
    return taken
  }

  return {
    value(coder, value, bits, contexts, family) {
      const used = contexts.length
      let path = 1
      for (let depth = 0; depth < bits; depth += GROUP_BITS) {
        for (let at = 0; at < used; at += 1) groups[at] = groupOf(contexts[at] ?? 0, path)
        const end = Math.min(bits, depth + GROUP_BITS)
        let node = 1
        for (let at = depth; at < end; at += 1)
          node = (node << 1) | bit(coder, (value >>> (bits - 1 - at)) & 1, node, at, used, family)
        path = (path << (end - depth)) | (node - (1 << (end - depth)))
      }
      return path - 2 ** bits
    },
    remember() {
      savedWeights = weights.slice()
      journalLength = 0
    },
    forget() {
      if (!savedWeights) return
      weights.set(savedWeights)
      savedWeights = null
      for (let at = journalLength - 2; at >= 0; at -= 2) table[journal[at] ?? 0] = journal[at + 1] ?? 0
    },
  }
}

/** 4096 / (1 + e^(−x/256)) for x = −2048…2047, by straight lines between 33 points (paq8). */
function squashTable(): Int32Array {
  const points = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975,
    4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
  ]
  return Int32Array.from({ length: 4096 }, (_, index) => {
    const part = index & 127
    const at = index >> 7
    return ((points[at] ?? 0) * (128 - part) + (points[at + 1] ?? 4095) * part + 64) >> 7
  })
}

/** The other way: the smallest x whose squash reaches p. */
function stretchTable(squash: Int32Array): Int32Array {
  const table = new Int32Array(4096)
  let next = 0
  for (let index = 0; index < 4096; index += 1) {
    const reached = squash[index] ?? 0
    for (; next <= reached; next += 1) table[next] = index - 2048
  }
  return table.fill(2047, next)
}
