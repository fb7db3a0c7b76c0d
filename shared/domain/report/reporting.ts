// Each report:
//
//   待签发 drafted ── revised ──▶ 待签发 ── approved ──▶ 已签发 ── sent ──▶ 已发出 ──(receipt of the county)──▶ 县已阅
//      │  └────────────── sent before it was signed (先发后签) ──▶ 已发出，待补签 ── approved ──▶ 已发出
//      └── withdrawn ──▶ 撤回
//
// What was signed is the text the leader had on screen, what was sent is in the event itself: an edit made elsewhere without
// knowing of it changes neither and is kept as 未生效. A report that is signed or sent is never changed: 更正 is another report.
import type { Aggregate, DomainEvent, EventOf, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { IncidentRef, PersonRef } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'
import type { ReportContent, ReportLabel } from './content.ts'
import type { Addressee, ReliefCondition, ReportClockName, ReportLimit, Route } from './events.ts'

export interface ReportText {
  readonly content: ReportContent
  readonly by: Writer
  /** False: written without knowing that the report was signed, sent or withdrawn (未生效). */
  readonly effective: boolean
}

export interface Approval {
  /** Version of the text that was signed. */
  readonly of: string
  readonly contentHash: string
  readonly person: PersonRef
  readonly how: EventOf<'report.approved'>['body']['approval']
  readonly limits: readonly ReportLimit[]
  readonly by: Writer
}

export interface Sending {
  readonly at: number
  readonly content: ReportContent
  readonly contentHash: string
  readonly signedBy: PersonRef | null
  readonly recipients: readonly { readonly to: Addressee; readonly route: Route }[]
  readonly limits: readonly ReportLimit[]
  readonly by: Writer
}

export interface Report {
  readonly label: ReportLabel
  /** Null while its draft has not arrived (资料未到). */
  readonly drafted: Writer | null
  readonly corrects: ReportLabel | null
  readonly texts: readonly ReportText[]
  readonly approval: Approval | null
  /** Signed by another at the same time: kept, without effect. */
  readonly furtherApprovals: readonly Approval[]
  readonly sendings: readonly Sending[]
  readonly withdrawn: Voiding | null
}

export interface Telling {
  readonly id: string
  readonly report: ReportLabel | null
  readonly to: Addressee
  readonly person: string
  readonly phone: string
  readonly route: Route
  readonly at: number
  readonly saidBy: string
  readonly text: string
  readonly limits: readonly ReportLimit[]
  readonly by: Writer
  readonly voided: Voiding | null
}

/** The county's hub confirmed a sending. `report`: id; `of`: the sending's version; `at`: when, ms. */
export interface Delivered {
  readonly report: string
  readonly of: string
  readonly at: number
  readonly by: Writer
}

export interface ReportLateReason {
  readonly clock: ReportClockName
  readonly dueAt: number
  readonly reason: string
  readonly by: Writer
}

/** The 10-hour clock of relief: what has been reached, each condition once. */
export interface Relief {
  readonly limit: ReportLimit | null
  readonly by: Writer
  readonly reached: {
    readonly [C in ReliefCondition]?: { readonly at: number; readonly saidBy: string; readonly by: Writer }
  }
}

/** All reporting of one incident. */
export interface Reporting {
  readonly id: string
  readonly incident: IncidentRef | null
  readonly reports: readonly Report[]
  /** Apart from the reports: it may arrive before what it is about. */
  readonly delivered: readonly Delivered[]
  readonly told: readonly Telling[]
  /** 不需上报. */
  readonly waived: Voiding | null
  readonly late: readonly ReportLateReason[]
  /** Null while nobody had to be moved. */
  readonly relief: Relief | null
}

type ReportEvent = Extract<DomainEvent, { kind: `report.${string}` }>

export const reportAggregate: Aggregate<Reporting> = {
  name: 'report',
  initial: (id) => ({ id, incident: null, reports: [], delivered: [], told: [], waived: null, late: [], relief: null }),
  reduce(state, event, seen) {
    if (!isReportEvent(event)) return state
    return apply({ ...state, incident: event.body.incident }, event, seen)
  },
}

function isReportEvent(event: DomainEvent): event is ReportEvent {
  return event.kind.startsWith('report.')
}

function apply(state: Reporting, event: ReportEvent, seen: Seen): Reporting {
  switch (event.kind) {
    case 'report.drafted': {
      const { report: label, corrects, content } = event.body
      const by = writerOf(event)
      return change(state, label, (report) =>
        addText({ ...report, label, drafted: by, corrects: corrects ?? null }, content, by),
      )
    }
    case 'report.revised': {
      const { report: label, content } = event.body
      return change(state, label, (report) => addText(report, content, writerOf(event)))
    }
    case 'report.approved':
      return change(state, event.body.report, (report) => approve(report, event))
    case 'report.sent': {
      const { incident: _, report: label, ...sending } = event.body
      return change(state, label, (report) => ({
        ...report,
        label,
        sendings: [...report.sendings, { ...sending, by: writerOf(event) }],
      }))
    }
    case 'report.delivered': {
      const { report, of, at } = event.body
      return { ...state, delivered: [...state.delivered, { report: report.id, of, at, by: writerOf(event) }] }
    }
    case 'report.withdrawn':
      return change(state, event.body.report, (report) =>
        isFrozen(report) ? report : { ...report, withdrawn: report.withdrawn ?? voidBy(event, event.body) },
      )
    case 'report.told': {
      const { incident: _, telling: id, report, by: saidBy, ...said } = event.body
      const telling = { ...said, id, saidBy, report: report ?? null, by: writerOf(event), voided: null }
      return { ...state, told: [...state.told, telling] }
    }
    case 'report.toldVoided': {
      const { telling } = event.body
      const told = state.told.map((one) => (one.id === telling ? { ...one, voided: voidBy(event, event.body) } : one))
      return { ...state, told }
    }
    case 'report.waived':
      return { ...state, waived: voidBy(event, event.body) }
    case 'report.unwaived':
      return { ...state, waived: restore(state.waived, seen) }
    case 'report.reliefStarted':
      return { ...state, relief: state.relief ?? { limit: event.body.limit ?? null, by: writerOf(event), reached: {} } }
    case 'report.reliefReached': {
      const { condition, at, by: saidBy } = event.body
      const relief = state.relief ?? { limit: null, by: writerOf(event), reached: {} }
      const first = relief.reached[condition] ?? { at, saidBy, by: writerOf(event) }
      return { ...state, relief: { ...relief, reached: inOrder({ ...relief.reached, [condition]: first }) } }
    }
    case 'report.reliefUndone': {
      const { relief } = state
      const { condition } = event.body
      const before = relief?.reached[condition]
      // Taken back is what its author had seen; one said meanwhile stands.
      if (!relief || !before || !seen(before.by.version)) return state
      const { [condition]: _, ...reached } = relief.reached
      return { ...state, relief: { ...relief, reached } }
    }
    case 'report.lateExplained': {
      const { clock, dueAt, reason } = event.body
      return { ...state, late: [...state.late, { clock, dueAt, reason, by: writerOf(event) }] }
    }
  }
}

/** Members in one order, so that a state made live and one made anew from the log read the same. */
function inOrder(reached: Relief['reached']): Relief['reached'] {
  return Object.fromEntries(Object.entries(reached).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Changes one report; a later event may arrive before its draft, and makes it known by its label. */
function change(state: Reporting, label: ReportLabel, how: (report: Report) => Report): Reporting {
  const known = state.reports.some(({ label: { id } }) => id === label.id)
  const reports = known ? state.reports : [...state.reports, unknownReport(label)]
  return { ...state, reports: reports.map((report) => (report.label.id === label.id ? how(report) : report)) }
}

function unknownReport(label: ReportLabel): Report {
  return {
    label,
    drafted: null,
    corrects: null,
    texts: [],
    approval: null,
    furtherApprovals: [],
    sendings: [],
    withdrawn: null,
  }
}

/** Signed or sent: its text does not change any more. */
export function isFrozen({ approval, sendings }: Pick<Report, 'approval' | 'sendings'>): boolean {
  return approval !== null || sendings.length > 0
}

function addText(report: Report, content: ReportContent, by: Writer): Report {
  const effective = !isFrozen(report) && report.withdrawn === null
  const label = effective ? { ...report.label, title: content.title } : report.label
  return { ...report, label, texts: [...report.texts, { content, by, effective }] }
}

function approve(report: Report, event: EventOf<'report.approved'>): Report {
  const { of, contentHash, person, approval: how, limits } = event.body
  const approval = { of, contentHash, person, how, limits, by: writerOf(event) }
  if (report.approval || report.withdrawn)
    return { ...report, furtherApprovals: [...report.furtherApprovals, approval] }
  return { ...report, approval }
}
