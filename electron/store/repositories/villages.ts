import { mergedOf } from '../../../shared/domain/merging.ts'
import { type Person, refOf } from '../../../shared/domain/person/person.ts'
import { type Registers, textOf } from '../../../shared/domain/registers.ts'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readFolded } from '../projections/entityState.ts'
import { readPerson } from './people.ts'

/** All villages, merged and retired ones too, by name. */
export function readVillages(db: ReadableDb): readonly VillageLine[] {
  return readFolded(db, 'village')
    .map(({ state: { id, fields }, tips }) => {
      const responsible = responsibleOf(db, fields)
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

function responsibleOf(db: ReadableDb, fields: Registers): Person | null {
  const value = fields.responsible?.value
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return readPerson(db, String(value.id))
}
