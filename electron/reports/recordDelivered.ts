import { reportSent } from '../../shared/domain/report/events.ts'
import type { Reporting } from '../../shared/domain/report/reporting.ts'
import { worldOf } from '../../shared/domain/worlds.ts'
import { parseEnvelope, shortHash } from '../../shared/protocol/envelope.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { withoutReissue } from '../../shared/protocol/reissue.ts'
import type { DeskContext } from '../deskContext.ts'
import { keepHubSince, readHubSince } from '../store/hubSince.ts'
import { readOwnAcks } from '../store/ownAcks.ts'
import { readState } from '../store/projections/entityState.ts'
import { readHubTimes } from '../store/repositories/hubTimes.ts'
import { readSentReports, type SentReport } from '../store/repositories/sentReports.ts'
import { readSetting } from '../store/settings.ts'
import { HUB_PIN, isRecovering } from '../store/syncStore.ts'

/** At start: how many records of a chain are looked at for confirmations that the run before had no time left to write down. */
const LOOK_BACK = 1_000

/**
 * Writes into the log when the county's hub confirmed a report (report.delivered). Confirmations themselves belong to the exchange of
 * this console alone; they go with its database, and no other console ever hears of them.
 * @returns a function to be called at start and after whatever may have confirmed something
 */
export function createDeliveryRecorder({
  store,
  drill,
  now,
}: Pick<DeskContext, 'store' | 'drill' | 'now'>): () => void {
  const { real } = drill
  /** How far each chain was looked at; null before the first look. */
  let looked: Map<string, number> | null = null
  return () => {
    // Earlier versions kept no moment: what they sent counts as they counted it.
    if (readHubSince(real.db) === null && readSetting(real.db, HUB_PIN) !== undefined)
      real.writeLocal((db) => keepHubSince(db, now()))
    // After a restored backup a sending may be back while the record of its arrival is still on its way.
    if (isRecovering(real.db)) return
    const before = looked ?? new Map<string, number>()
    // Reports are flash or command: the routine lane, which is long, has none.
    for (const ack of readOwnAcks(real.db).filter(({ lane }) => lane < 2)) {
      const chain = `${ack.epoch} ${ack.lane}`
      const from = before.get(chain) ?? (looked ? 0 : Math.max(0, ack.acked - LOOK_BACK))
      if (ack.acked > from)
        for (const sent of readSentReports(real.db, real.origin, ack, from)) record(sent, looked ? now() : null)
      // It falls when the hub, or this database, was put back from a backup.
      before.set(chain, ack.acked)
    }
    looked = before
  }

  function record({ hash, bytes }: SentReport, at: number | null): void {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const { entity } = envelope
    const version = shortHash(toHex(hash))
    const target = worldOf(envelope) === drill.world ? store : worldOf(envelope) === 'real' ? real : null
    if (!target || !isOpen(readState(target.db, 'report', entity)?.state, version)) return
    const { incident, report, at: sentAt } = reportSent.parse(withoutReissue(envelope.body))
    if (sentAt < (readHubSince(real.db) ?? Number.POSITIVE_INFINITY)) return
    const hubTime = readHubTimes(real.db, real.origin, [version])[version] ?? now()
    const body = { incident, report, of: version, at: at ?? Math.max(sentAt, Math.min(hubTime, now())) }
    // Nobody looked at anything: without this base the officer's next act would count as knowing what another console wrote meanwhile.
    target.append([{ kind: 'report.delivered', entity, body, base: [version] }], { author: null })
  }
}

/** This program was to bring it, it counts (and in this drill), and nobody has written down yet that it arrived. */
function isOpen(reporting: Reporting | undefined, version: string): boolean {
  const sending = reporting?.reports.flatMap(({ sendings }) => sendings).find(({ by }) => by.version === version)
  if (!sending?.recipients.some(({ route }) => route === 'system')) return false
  return reporting?.delivered.every(({ of }) => of !== version) ?? false
}
