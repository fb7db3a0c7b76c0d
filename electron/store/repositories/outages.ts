import { outageValues } from '../../../shared/domain/outage/outage.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readState } from '../projections/entityState.ts'

/** Lifelines that are cut, and those of the incident that were restored. The longest cut first. */
export function readOutages(db: ReadableDb, incident: string | null): readonly OutageLine[] {
  return db
    .prepare<[string], { id: string }>(
      `SELECT o.id FROM outage o WHERE o.open = 1
       UNION SELECT o.id FROM incident i JOIN outage o ON o.incident = i.id WHERE i.root = ?`,
    )
    .all(incident ?? '')
    .flatMap(({ id }) => readOutage(db, id) ?? [])
    .filter(({ voided }) => !voided)
    .toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
}

export function readOutage(db: ReadableDb, id: string): OutageLine | null {
  const found = readState(db, 'outage', id)
  if (!found) return null
  const { state, tips } = found
  return {
    id,
    tips,
    ...outageValues(state),
    incident: state.incident,
    repair: state.repair && {
      at: state.repair.at,
      by: state.repair.by,
      means: state.repair.means,
      note: state.repair.note,
    },
    voided: state.voided !== null,
  }
}
