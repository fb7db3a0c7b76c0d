import type { Reporting } from '../../../shared/domain/report/reporting.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readSetting } from '../settings.ts'
import { HUB_PIN } from '../syncStore.ts'
import { readRecordDeliveries } from './recordDeliveries.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Sendings of this console that only this program was to bring and that the county has not confirmed: nobody there has the report.
 * None where no county hub is known: nothing is sent by this program there. In a drill as in earnest.
 * @param origin this console's id. @returns versions of the sendings
 */
export function readHeldSendings(db: ReadableDb, origin: string, parts: readonly Reporting[]): ReadonlySet<string> {
  const versions = parts
    .flatMap(({ reports }) => reports)
    .flatMap(({ sendings }) => sendings)
    .filter(({ recipients }) => recipients.every(({ route }) => route === 'system'))
    .map(({ by }) => by.version)
  if (versions.length === 0 || readSetting(db, HUB_PIN) === undefined) return NONE
  const known = readRecordDeliveries(db, origin, versions)
  return new Set(
    versions.filter((version) => {
      const delivery = known[version]?.delivery
      return delivery === 'stored' || delivery === 'redeliver' || delivery === 'rejected'
    }),
  )
}
