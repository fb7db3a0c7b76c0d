import { mergedOf, survivorOf } from '../../../shared/domain/merging.ts'
import type { Registers } from '../../../shared/domain/registers.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readStates } from '../projections/entityState.ts'

/** Aggregates whose duplicates can be merged. */
type Mergeable = 'person' | 'village' | 'team'

interface Mergeables {
  readonly id: string
  readonly fields: Registers
}

/** Who stands for whom after all merges. Old references still resolve: ask with any id that was ever used. */
export interface Survivors {
  /** The id that stands for it; an id nobody knows stands for itself. */
  of(id: string): string
  /** All ids it stands for, itself first. */
  aliases(id: string): readonly string[]
}

export function readSurvivors(db: ReadableDb, aggregate: Mergeable): Survivors {
  return survivorsOf(readStates(db, aggregate))
}

/** The same from states that were read already. */
export function survivorsOf(states: readonly Mergeables[]): Survivors {
  const into = new Map(states.map(({ id, fields }) => [id, mergedOf(fields)?.id ?? null]))
  const of = (id: string) => survivorOf(id, (one) => into.get(one) ?? null)
  const merged = new Map<string, string[]>()
  for (const { id } of states) {
    const survivor = of(id)
    if (survivor !== id) merged.set(survivor, [...(merged.get(survivor) ?? []), id])
  }
  return { of, aliases: (id) => [id, ...(merged.get(id) ?? [])] }
}
