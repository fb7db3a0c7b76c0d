import { countedOf, type Evacuation, markOfHousehold } from '../../../shared/domain/evacuation/evacuation.ts'
import { evacuationEntity } from '../../../shared/domain/evacuation/events.ts'
import { type RollUp, rollUp, sumUp } from '../../../shared/domain/evacuation/rollUp.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import type { EvacuationLine } from '../../../shared/ipc/evacuations.ts'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/** All households, retired ones too, by village, group and name. */
export function readHouseholds(db: ReadableDb): readonly HouseholdLine[] {
  return db
    .prepare<[], { line: string; tips: string }>(
      `SELECT l.line, e.tips FROM household_line l
       JOIN main.entity_state e ON e.aggregate = 'household' AND e.entity = l.household`,
    )
    .all()
    .map(({ line, tips }): HouseholdLine => ({ ...JSON.parse(line), tips: JSON.parse(tips) }))
    .sort(
      (a, b) =>
        a.village.name.localeCompare(b.village.name, 'zh-CN') ||
        a.group.localeCompare(b.group, 'zh-CN', { numeric: true }) ||
        a.name.localeCompare(b.name, 'zh-CN') ||
        (a.id < b.id ? -1 : 1),
    )
}

/** Evacuation lists of an incident and of those merged into it, a village each, with what the register says of the households. */
export function readEvacuations(db: ReadableDb, incident: string): readonly EvacuationLine[] {
  const lists = readFamily(db, incident)
  if (lists.length === 0) return []
  const known = new Map(readHouseholds(db).map((household) => [household.id, household]))
  return lists.map(({ state, tips }) => lineOf(state, tips, known))
}

/** Where the evacuation of an incident stands, without the register. */
export function readEvacuationSum(db: ReadableDb, incident: string): RollUp {
  return sumUp(readFamily(db, incident).map(({ state }) => rollUp(state)))
}

/** The lists as they are kept, without the register. */
export function readEvacuationStates(db: ReadableDb, incident: string): readonly Evacuation[] {
  return readFamily(db, incident).map(({ state }) => state)
}

function readFamily(db: ReadableDb, incident: string): readonly Folded<Evacuation>[] {
  return db
    .prepare<[string], { id: string }>('SELECT id FROM incident WHERE root = ? ORDER BY opened_ms, id')
    .all(incident)
    .flatMap(({ id }) => readStored(db, id))
}

function readStored(db: ReadableDb, incident: string): readonly Folded<Evacuation>[] {
  const from = evacuationEntity(incident, '')
  return db
    .prepare<[string, string], { state: string; tips: string }>(
      `SELECT state, tips FROM entity_state WHERE aggregate = 'evacuation' AND entity > ? AND entity < ? ORDER BY entity`,
    )
    .all(from, `${from}\uffff`)
    .map(({ state, tips }) => ({ state: JSON.parse(state) as Evacuation, tips: JSON.parse(tips) as string[] }))
}

function lineOf(state: Evacuation, tips: readonly string[], known: ReadonlyMap<string, HouseholdLine>): EvacuationLine {
  return {
    id: state.id,
    tips,
    incident: state.incident?.id ?? '',
    village: state.village ?? { id: '', name: '' },
    orders: state.orders.map(({ at, zone, shelter, authority, households }) => ({
      at,
      zone,
      shelter,
      authority,
      households,
    })),
    households: Object.values(state.households)
      .map((ref) => {
        const household = known.get(ref.id)
        return {
          ...ref,
          mark: markOfHousehold(state, ref.id),
          contested: (state.marks[ref.id]?.rivals ?? []).length > 0,
          phone: household?.phone ?? '',
          zone: household?.zone ?? '',
          vulnerable: household?.vulnerable ?? [],
          keeper: household?.keeper ?? null,
        }
      })
      .filter(({ mark }) => mark?.state !== 'struckOff')
      .sort(
        (a, b) => a.group.localeCompare(b.group, 'zh-CN', { numeric: true }) || a.name.localeCompare(b.name, 'zh-CN'),
      ),
    counted: countedOf(state),
    sum: rollUp(state),
  }
}
