/*
 * What everybody must end up with, by what was seen from outside: the acts that a console called recorded, and what their authors
 * had in front of them. It knows nothing of chains, acknowledgements, clocks or projections.
 */

export interface Act {
  readonly id: string
  /** Whose disk it was written to first: the name of the key. */
  readonly by: string
  readonly entity: string
  /** The field it sets, if it sets one that others may set as well. */
  readonly slot: string | null
  /** Acts on that field that its author had in front of them. */
  readonly seen: ReadonlySet<string>
  /** What it says of an incident or task, so that it can be put on a board without anything else. */
  readonly board: { readonly id: string; readonly no: string; readonly lane: number } | null
  /** `durable`: confirmed. `open`: the process or the disk went before anybody could rely on it: everywhere or nowhere. */
  fate: 'durable' | 'open'
}

export interface Model {
  readonly acts: ReadonlyMap<string, Act>
  /** How many acts there ever were. */
  count(): number
  record(act: Act): void
  /** The disk these were on is gone, and nobody else was seen to hold them. */
  release(lost: (act: Act) => boolean): void
  /** Nobody asks for these any more: whoever said them is gone. */
  forget(gone: (act: Act) => boolean): void
  /** Acts on a field that no other one was made in sight of: one of them has to show. */
  latest(slot: string, present: (act: string) => boolean): readonly string[]
  slots(): readonly string[]
}

export function createModel(): Model {
  const acts = new Map<string, Act>()
  const bySlot = new Map<string, Act[]>()
  let count = 0
  return {
    acts,
    count: () => count,
    record(act) {
      count += 1
      acts.set(act.id, act)
      if (act.slot) bySlot.set(act.slot, [...(bySlot.get(act.slot) ?? []), act])
    },
    release(lost) {
      for (const act of acts.values()) if (lost(act)) act.fate = 'open'
    },
    forget(gone) {
      for (const act of [...acts.values()]) if (gone(act)) acts.delete(act.id)
    },
    latest(slot, present) {
      const here = (bySlot.get(slot) ?? []).filter(({ id }) => present(id))
      return here.filter(({ id }) => !here.some(({ seen }) => seen.has(id))).map(({ id }) => id)
    },
    slots: () => [...bySlot.keys()],
  }
}
