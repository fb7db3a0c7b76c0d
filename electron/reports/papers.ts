import { composePaper, type Paper, paperFileName } from '../../shared/domain/report/paper.ts'
import { contentOf, sentAt } from '../../shared/domain/report/readReport.ts'
import type { Report } from '../../shared/domain/report/reporting.ts'
import { broadcastOf, phoneLogOf, smsOf } from '../../shared/domain/report/texts.ts'
import type { ReportTexts } from '../../shared/ipc/reports.ts'
import { FLAG_DRILL, parseEnvelope } from '../../shared/protocol/envelope.ts'
import { CommandError } from '../commands/commandError.ts'
import { requireReport } from '../commands/report/actOn.ts'
import type { DeskContext } from '../deskContext.ts'
import { readHeadCode } from '../store/headCode.ts'
import { readActivePeople } from '../store/repositories/people.ts'
import { readReportedIncident } from '../store/repositories/reporting.ts'
import { readPost, readTownship } from '../store/repositories/township.ts'

/** A report as official paper, and the name its file would have. @throws {CommandError} report.*, incident.unknown */
export function paperOf(
  desk: DeskContext,
  incident: string,
  reportId: string,
): { readonly paper: Paper; readonly fileName: string } {
  const { store, now, reportData } = desk
  const { report, content, township } = found(desk, incident, reportId)
  const words = reportData.words()
  const rules = reportData.rules()
  const sent = report.sendings.flatMap(({ recipients }) => recipients.map(({ to }) => to.name))
  const usual = rules.recipients.filter((one) => one.usual).map(({ name }) => name)
  const paper = composePaper({
    label: report.label,
    content,
    approval: report.approval,
    recipients: sent.length > 0 ? [...new Set(sent)] : usual,
    sentAt: sentAt(report),
    now: now(),
    township: township?.name ?? '',
    organisation: township?.organisation ?? 'township',
    contact: officerOf(desk),
    headCode: readHeadCode(store.db, store.origin, store.epoch),
    drill: isDrill(desk, report),
    words,
    rules,
  })
  return { paper, fileName: paperFileName(report.label, content.title, words) }
}

/** The same report as a text message, a broadcast, and the record of what was said by telephone. */
export function textsOf(desk: DeskContext, incident: string, reportId: string): ReportTexts {
  const { report, content, township, told } = found(desk, incident, reportId)
  const words = desk.reportData.words()
  const drill = isDrill(desk, report)
  const { name: officer, ...known } = officerOf(desk)
  // No number of anybody stands in what a drill would send.
  const phone = drill ? '' : known.phone
  const facts = { label: report.label, content, township: township?.name ?? '', officer, phone, drill, words }
  const calls = drill ? told.map((one) => ({ ...one, phone: '' })) : told
  return { sms: smsOf(facts), broadcast: broadcastOf(facts), phoneLog: phoneLogOf(calls, words.phoneLog) }
}

function found(desk: DeskContext, incident: string, reportId: string) {
  const reported = readReportedIncident(desk.store.db, incident)
  if (!reported) throw new CommandError('incident.unknown')
  // Reports of incidents merged into this one are papers too.
  const part = reported.parts.find(({ reports }) => reports.some(({ label }) => label.id === reportId)) ?? null
  const report = requireReport({ incident: reported.incident, entity: '', reporting: part }, reportId)
  const content = contentOf(report)
  if (!content) throw new CommandError('report.notArrived', { no: report.label.no })
  return { report, content, township: readTownship(desk.store.db), told: reported.parts.flatMap(({ told }) => told) }
}

/** Whoever is on duty now, with the telephone people reach them at; nobody on duty: who sits at the desk. */
function officerOf({ store, session }: DeskContext): { readonly name: string; readonly phone: string } {
  const holder = readPost(store.db, 'officer').holders[0] ?? session.current()
  const person = readActivePeople(store.db).find(({ id }) => id === holder?.id)
  return { name: person?.name ?? holder?.name ?? '', phone: person?.phone ?? '' }
}

/** Written in a drill: its events carry the mark. */
function isDrill({ store }: DeskContext, { drafted, sendings }: Report): boolean {
  const version = drafted?.version ?? sendings[0]?.by.version
  if (!version) return false
  const row = store.db
    .prepare<[string, string], { bytes: Uint8Array }>(
      'SELECT bytes FROM event WHERE hash BETWEEN unhex(?) AND unhex(?) LIMIT 1',
    )
    .get(`${version}${'0'.repeat(48)}`, `${version}${'f'.repeat(48)}`)
  return row !== undefined && (flagsOf(row.bytes) & FLAG_DRILL) !== 0
}

function flagsOf(bytes: Uint8Array): number {
  return parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8'))).flags
}
