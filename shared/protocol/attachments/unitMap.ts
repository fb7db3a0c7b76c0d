import { MOST_RUNS, UNIT_BYTES } from './fileFrames.ts'

/** Which units of a file are held: a bit each. */
export interface UnitMap {
  readonly units: number
  has(unit: number): boolean
  set(from: number, count: number): void
  held(): number
  isWhole(): boolean
  /** The next stretch that is missing, from a unit on, at most so long. */
  nextMissing(from: number, most: number): { readonly from: number; readonly count: number } | null
  /** Lengths of stretches in turn, held first; see fileWantFrame. */
  runs(): number[]
}

export function unitsOf(size: number): number {
  return Math.ceil(size / UNIT_BYTES)
}

/** @param have runs as the other side told them, or an earlier run of the program kept them */
export function createUnitMap(size: number, have: readonly number[] = []): UnitMap {
  const units = unitsOf(size)
  const bits = new Uint8Array(units)
  let held = 0

  function set(from: number, count: number): void {
    for (let at = Math.max(0, from); at < Math.min(units, from + count); at += 1) {
      if (bits[at] === 0) held += 1
      bits[at] = 1
    }
  }

  let at = 0
  for (const [index, length] of have.entries()) {
    if (index % 2 === 0) set(at, length)
    at += length
  }

  return {
    units,
    has: (unit) => bits[unit] === 1,
    set,
    held: () => held,
    isWhole: () => held === units,
    nextMissing(from, most) {
      const first = bits.indexOf(0, from)
      if (first < 0) return null
      let count = 1
      while (count < most && first + count < units && bits[first + count] === 0) count += 1
      return { from: first, count }
    },
    runs() {
      if (held === 0) return []
      const lengths: number[] = []
      for (let unit = 0; unit < units && lengths.length < MOST_RUNS; ) {
        const end = bits.indexOf(lengths.length % 2 === 0 ? 0 : 1, unit)
        const next = end < 0 ? units : end
        // The last stretch is told only when it is held.
        if (next === units && lengths.length % 2 === 1) break
        lengths.push(next - unit)
        unit = next
      }
      return lengths
    },
  }
}
