import { householdValues, retiredOf } from '../../../shared/domain/household/household.ts'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import type { Projection } from './projection.ts'

export const householdProjection: Projection<'household'> = {
  aggregate: 'household',
  tables: ['household_line'],
  write(db, id, household) {
    const line: Omit<HouseholdLine, 'tips'> = { id, ...householdValues(household), retired: retiredOf(household) }
    db.prepare('INSERT OR REPLACE INTO household_line (household, line) VALUES (?, ?)').run(id, JSON.stringify(line))
  },
}
