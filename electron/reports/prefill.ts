import { claimsOf, fieldsOf as fieldsOfCall } from '../../shared/domain/call/readCall.ts'
import { isFromAbove } from '../../shared/domain/classification.ts'
import { figureBoard } from '../../shared/domain/incident/figureBoard.ts'
import { fieldsOf, officialOf, ownClaims } from '../../shared/domain/incident/readIncident.ts'
import type { ReportContent, ReportKind } from '../../shared/domain/report/content.ts'
import { prefillReport } from '../../shared/domain/report/prefill.ts'
import { contentOf, nextOrdinal } from '../../shared/domain/report/readReport.ts'
import { fill } from '../../shared/domain/report/reportData.ts'
import { responseEntity } from '../../shared/domain/response/events.ts'
import { commanderOf, isRunning, openHelp } from '../../shared/domain/response/readResponse.ts'
import { CommandError } from '../commands/commandError.ts'
import { onIncident, requireReport } from '../commands/report/actOn.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readIncidentDetail } from '../store/repositories/incidentDetail.ts'
import { readReportedIncident } from '../store/repositories/reporting.ts'
import { readTasks } from '../store/repositories/tasks.ts'
import { readPost, readTownship } from '../store/repositories/township.ts'
import { groupOf } from './readReporting.ts'

/** A draft from what has been entered. @throws {CommandError} incident.unknown, report.notArrived */
export function prefill(desk: DeskContext, id: string, kind: ReportKind): ReportContent {
  const { store, now, reportData, clockRules } = desk
  const detail = readIncidentDetail(store.db, id)
  const reported = readReportedIncident(store.db, id)
  if (!detail || !reported) throw new CommandError('incident.unknown')
  const { state } = detail.incident
  const fields = fieldsOf(state)
  const township = readTownship(store.db)
  const { reporting } = onIncident(desk, id)
  const calls = detail.calls.filter(({ state: { voided, recorded } }) => !voided && recorded)
  const { figures, sources } = reportData.classification()
  const response = readState(store.db, 'response', responseEntity(id))?.state
  const commander = response && isRunning(response) ? commanderOf(response) : null
  return prefillReport({
    kind,
    ordinal: nextOrdinal(reporting?.reports ?? [], kind),
    now: now(),
    fields,
    group: groupOf(desk, fields.type?.key ?? ''),
    county: township?.county ?? '',
    township: township?.name ?? '',
    calls: calls.map(({ state: call }) => {
      const { reportedAt, source, caller, measures, requests } = fieldsOfCall(call)
      return {
        no: call.label.no,
        reportedAt,
        source: source.name,
        callerName: caller.name ?? '',
        callerPost: caller.post ?? '',
        measures,
        requests: isFromAbove(source.key, sources) ? '' : requests,
      }
    }),
    receivedAt: reported.facts.receivedAt,
    board: figureBoard(
      [
        ...calls.flatMap(({ state: call }) => claimsOf(call)),
        ...[detail.incident, ...detail.members].flatMap(({ state: one }) => ownClaims(one)),
      ],
      officialOf(state),
      figures.map(({ key }) => key),
    ),
    tasks: readTasks(store.db, { view: 'all', incident: id }, 50, clockRules.amberFrom)
      .rows.toReversed()
      .map(({ title, recipient, status }) => ({ title, to: recipient.name, status })),
    commander: commander ? `${commander.post}${commander.name}` : '',
    help: response ? openHelp(response).map(({ what }) => what) : [],
    leader: readPost(store.db, 'leader').holders[0]?.name ?? '',
    endedAt: reported.facts.endedAt,
    words: reportData.words(),
    rules: reportData.rules(),
  })
}

/** What was sent, to be corrected: as it was, with its title marked 更正. @throws {CommandError} report.* */
export function prefillCorrection(desk: DeskContext, id: string, reportId: string): ReportContent {
  const report = requireReport(onIncident(desk, id), reportId)
  const content = contentOf(report)
  if (!content) throw new CommandError('report.notArrived', { no: report.label.no })
  const { corrected, correction, sections } = desk.reportData.words()
  const title = content.title.endsWith(corrected) ? content.title : `${content.title}${corrected}`
  const said = fill(correction, { no: report.label.no, title: content.title })
  // It says at once what it corrects, in the part that comes first on every kind of paper with words.
  const [first = 'losses'] = Object.keys(sections).filter((key) => key in content.sections)
  const part = first as keyof typeof content.sections
  const rest = content.sections[part] ?? ''
  return {
    ...content,
    title: title.slice(0, 200),
    asOf: desk.now(),
    sections: { ...content.sections, [part]: rest.startsWith(said) ? rest : `${said}${rest}` },
  }
}
