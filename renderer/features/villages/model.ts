import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import type { VillageLine } from '../../../shared/ipc/villages.ts'

export type VillageState = 'active' | 'merged' | 'retired'

export function stateOf({ merged, retired }: VillageLine): VillageState {
  if (merged) return 'merged'
  return retired === null ? 'active' : 'retired'
}

export interface VillageForm {
  readonly name: string
  readonly code: string
  /** Id of whoever answers for it, or null. */
  readonly responsible: string | null
}

export function formOf({ name, code, responsible }: VillageLine): VillageForm {
  return { name, code, responsible: responsible?.id ?? null }
}

type Fields = ArgsOf<'villages.edit'>['set']

/** Only what was changed: a field nobody touched must not compete with an edit at another console. */
export function changesOf(line: VillageLine, form: VillageForm): { set: Fields; assigned: boolean } {
  return {
    set: {
      ...(form.name.trim() === line.name ? {} : { name: form.name.trim() }),
      ...(form.code.trim() === line.code ? {} : { code: form.code.trim() }),
    },
    assigned: form.responsible !== (line.responsible?.id ?? null),
  }
}

/** Merged and retired ones are kept; most days nobody wants to see them. */
export function shownOf(villages: readonly VillageLine[], all: boolean): readonly VillageLine[] {
  return all ? villages : villages.filter((village) => stateOf(village) === 'active')
}
