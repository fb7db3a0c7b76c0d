import { type CountyHad, recordedHad, waitsForLink } from '../../../shared/domain/report/countyHad.ts'
import type { Reporting } from '../../../shared/domain/report/reporting.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readHubSince } from '../hubSince.ts'
import { readHubTimes } from './hubTimes.ts'
import { readRecordDeliveries } from './recordDeliveries.ts'

/**
 * When the county had what only this program was to bring there, by whatever came first: its hub's confirmation, a reading (县已阅),
 * or the paper by another route. In a drill as in earnest. Where the log says nothing of it, this console's own exchange with the hub
 * tells: confirmed, and not recorded (a drill that is over takes no more records). Nothing is waited for that was sent before a hub
 * was known, and what the hub and the county said of it since makes nothing late.
 * @param origin this console's id; of what other consoles sent only the log tells
 */
export function readCountyHad(db: ReadableDb, origin: string, parts: readonly Reporting[]): CountyHad {
  const waited = parts
    .flatMap((part) => part.reports.map((report) => ({ part, report })))
    .flatMap(({ part, report }) =>
      report.sendings
        .filter(waitsForLink)
        .map(({ at, by: { version } }) => ({ at, version, said: recordedHad(part, report, version) })),
    )
  if (waited.length === 0) return new Map()
  const versions = waited.map(({ version }) => version)
  const known = readRecordDeliveries(db, origin, versions)
  const hubTimes = readHubTimes(db, origin, versions)
  const hubSince = readHubSince(db) ?? Number.POSITIVE_INFINITY
  return new Map(
    waited.flatMap(({ at, version, said }): readonly (readonly [string, number | null])[] => {
      const isForHub = at >= hubSince
      const { delivery = null, reading = null } = (isForHub && known[version]) || {}
      const waits = delivery === 'stored' || delivery === 'rejected'
      const recorded = reading ? [...said, reading.at] : said
      const hubTime = hubTimes[version]
      const times = recorded.length > 0 || waits || !isForHub || hubTime === undefined ? recorded : [hubTime]
      // The county's clock may be behind this one: nothing is had before it is sent.
      if (times.length > 0) return [[version, Math.max(at, Math.min(...times))]]
      return waits ? [[version, null]] : []
    }),
  )
}
