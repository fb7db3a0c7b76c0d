import type { HouseholdState } from '../../../shared/domain/evacuation/events.ts'
import { type RollUp, sumUp } from '../../../shared/domain/evacuation/rollUp.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import type { EvacuationHousehold, EvacuationLine } from '../../../shared/ipc/evacuations.ts'

/** A household of a list, with the list it stands on. */
export interface EvacuationRow {
  readonly key: string
  readonly list: EvacuationLine
  readonly household: EvacuationHousehold
}

/** Digits that set the state of the household at hand. */
export const STATE_KEYS: Readonly<Record<HouseholdState, string>> = {
  moved: '1',
  refused: '2',
  missing: '3',
  returned: '4',
  listed: '0',
}

/** All rows, village by village. */
export function rowsOf(lists: readonly EvacuationLine[]): readonly EvacuationRow[] {
  return lists.flatMap((list) =>
    list.households.map((household) => ({ key: `${list.id}/${household.id}`, list, household })),
  )
}

export function totalOf(lists: readonly EvacuationLine[]): RollUp {
  return sumUp(lists.map(({ sum }) => sum))
}

export function stateOf({ mark }: Pick<EvacuationHousehold, 'mark'>): HouseholdState {
  return !mark || mark.state === 'struckOff' ? 'listed' : mark.state
}

/** After a household is settled the hand goes to the next one nobody has spoken of; at the end it stays. */
export function nextWaiting(rows: readonly EvacuationRow[], key: string): string {
  const at = rows.findIndex((row) => row.key === key)
  const next = rows.slice(at + 1).find(({ household }) => stateOf(household) === 'listed')
  return next?.key ?? key
}

/** The figure that can be claimed from the list: about, when some households were never counted. */
export function claimOf({ moved, returned }: RollUp): Amount | undefined {
  const households = moved.households + returned.households
  if (households === 0) return undefined
  const people = moved.people + returned.people
  return moved.unknown + returned.unknown > 0 ? { about: people } : { n: people }
}

/** Share of households that are out, 0 to 1. */
export function shareOut({ should, moved, returned }: RollUp): number {
  return should.households === 0 ? 0 : (moved.households + returned.households) / should.households
}

export const COLUMNS = [
  'should',
  'moved',
  'refused',
  'missing',
  'waiting',
  'returned',
] as const satisfies readonly (keyof RollUp)[]
