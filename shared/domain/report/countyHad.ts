import type { Report, Reporting, Sending } from './reporting.ts'

/**
 * When the county had what was sent, ms, by version of the sending; null: it has not got it yet, so it is no report yet. What is not
 * named here counts from when it was sent: it went by another route, or no county hub is known.
 */
export type CountyHad = ReadonlyMap<string, number | null>

/** From here on it is told apart when a report was sent and when the county had it: on a link that works they are one. */
export const ON_ITS_WAY_MS = 60_000

/** A sending as the county saw it: `at` is when the county had it, `leftAt` when it left here. */
export interface ReachedSending extends Sending {
  readonly leftAt: number
}

/** A report with those of its sendings that the county has. */
export interface ReachedReport extends Omit<Report, 'sendings'> {
  readonly sendings: readonly ReachedSending[]
}

/** The reports as the county has them; one that reached nobody has no sendings. */
export function asReached(reports: readonly Report[], had: CountyHad): readonly ReachedReport[] {
  return reports.map((report) => ({
    ...report,
    sendings: report.sendings.flatMap((sending) => {
      const at = hadAt(sending, had)
      return at === null ? [] : [{ ...sending, at, leftAt: sending.at }]
    }),
  }))
}

/** When the county had this sending, ms; null: not yet. */
export function hadAt({ at, by }: Pick<Sending, 'at' | 'by'>, had: CountyHad): number | null {
  const known = had.get(by.version)
  return known === undefined ? at : known
}

/** Only this program was to bring it to the county: that it was sent says nothing of whether it arrived. */
export function waitsForLink({ recipients }: Pick<Sending, 'recipients'>): boolean {
  const upward = recipients.filter(({ to }) => to.tier === 'county' || to.tier === 'above')
  return (upward.length > 0 ? upward : recipients).every(({ route }) => route === 'system')
}

/** Routes that bring the paper itself: what was read out on the telephone is no report in writing. */
const ON_PAPER = new Set(['message', 'fax', 'inPerson'])

/**
 * What the log itself says of when the county had a report, ms: its hub confirmed that sending, or the paper was told to be there
 * by another route.
 */
export function recordedHad(
  { delivered, told }: Reporting,
  { label, sendings }: Report,
  version: string,
): readonly number[] {
  const known = new Set(sendings.map(({ by }) => by.version))
  return [
    // A sending that was written again in a new epoch, or under the right code of the township, has another version since.
    ...delivered
      .filter(({ report, of }) => of === version || (report === label.id && !known.has(of)))
      .map(({ at }) => at),
    ...told
      .filter(({ voided, to, report, route }) => {
        const upward = to.tier === 'county' || to.tier === 'above'
        return !voided && upward && report?.id === label.id && ON_PAPER.has(route)
      })
      .map(({ at }) => at),
  ]
}
