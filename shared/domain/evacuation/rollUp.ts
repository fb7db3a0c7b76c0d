import { type Evacuation, type HouseholdMark, markOfHousehold } from './evacuation.ts'

/** Households and people of one kind; `unknown`: households whose people nobody has counted. */
export interface Tally {
  readonly households: number
  readonly people: number
  readonly unknown: number
}

/** Where the evacuation of a village, or of all of them, stands. Counted from the list, household by household. */
export interface RollUp {
  /** Everybody on the list. */
  readonly should: Tally
  readonly moved: Tally
  readonly refused: Tally
  readonly missing: Tally
  /** Listed, and nobody has said anything yet. */
  readonly waiting: Tally
  readonly returned: Tally
}

export const EMPTY: Tally = { households: 0, people: 0, unknown: 0 }
const NOTHING: RollUp = {
  should: EMPTY,
  moved: EMPTY,
  refused: EMPTY,
  missing: EMPTY,
  waiting: EMPTY,
  returned: EMPTY,
}

export function rollUp(evacuation: Pick<Evacuation, 'households' | 'marks'>): RollUp {
  let sum = NOTHING
  for (const { id, people } of Object.values(evacuation.households)) {
    const mark = markOfHousehold(evacuation, id)
    if (mark?.state === 'struckOff') continue
    const column = columnOf(mark)
    const counted = mark?.people ?? people
    sum = { ...sum, should: plus(sum.should, people), [column]: plus(sum[column], counted) }
  }
  return sum
}

/** All villages together. */
export function sumUp(all: readonly RollUp[]): RollUp {
  return all.reduce((sum, one) => {
    const add = (column: keyof RollUp): Tally => ({
      households: sum[column].households + one[column].households,
      people: sum[column].people + one[column].people,
      unknown: sum[column].unknown + one[column].unknown,
    })
    return {
      should: add('should'),
      moved: add('moved'),
      refused: add('refused'),
      missing: add('missing'),
      waiting: add('waiting'),
      returned: add('returned'),
    }
  }, NOTHING)
}

function columnOf(mark: HouseholdMark | null): Exclude<keyof RollUp, 'should'> {
  if (!mark || mark.state === 'listed' || mark.state === 'struckOff') return 'waiting'
  return mark.state
}

function plus({ households, people, unknown }: Tally, more: number | null): Tally {
  return { households: households + 1, people: people + (more ?? 0), unknown: unknown + (more === null ? 1 : 0) }
}
