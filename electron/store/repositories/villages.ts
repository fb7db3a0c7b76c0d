import { mergedOf } from '../../../shared/domain/merging.ts'
import { refOf } from '../../../shared/domain/person/person.ts'
import { type Registers, textOf } from '../../../shared/domain/registers.ts'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readFolded, readStates } from '../projections/entityState.ts'
import { survivorsOf } from './merged.ts'

/** All villages, merged and retired ones too, by name. */
export function readVillages(db: ReadableDb): readonly VillageLine[] {
  const people = readStates(db, 'person')
  const survivors = survivorsOf(people)
  const byId = new Map(people.map((person) => [person.id, person]))
  return readFolded(db, 'village')
    .map(({ state: { id, fields }, tips }) => {
      const named = responsibleOf(fields)
      const responsible = named === null ? null : (byId.get(survivors.of(named)) ?? null)
      return {
        id,
        tips,
        name: textOf(fields, 'name'),
        code: textOf(fields, 'code'),
        responsible: responsible && { ...refOf(responsible), phone: textOf(responsible.fields, 'phone') },
        merged: mergedOf(fields),
        retired: textOf(fields, 'retired') || null,
        contested: Object.keys(fields).filter((field) => fields[field]?.rivals),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

/** Those that can be named now. */
export function readActiveVillages(db: ReadableDb): readonly VillageLine[] {
  return readVillages(db).filter((village) => !village.merged && village.retired === null)
}

/** Id of whoever answers for the village, or null. */
function responsibleOf(fields: Registers): string | null {
  const value = fields.responsible?.value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
