import { z } from 'zod'
import { type ReportKind, reportContent, reportKind } from '../domain/report/content.ts'
import { addressee, type ReportClockName, reliefCondition, route, type Tier } from '../domain/report/events.ts'
import type { Paper } from '../domain/report/paper.ts'
import type { ReportStatus } from '../domain/report/readReport.ts'
import type { ReportItem } from '../domain/report/reportData.ts'
import type { Relief, Report, ReportLateReason, Telling } from '../domain/report/reporting.ts'
import type { ShortMessage } from '../domain/report/texts.ts'
import type { Rule } from '../domain/rules.ts'
import {
  entityId,
  type IncidentRef,
  instant,
  type PersonRef,
  reason,
  requiredText,
  shortText,
  versions,
} from '../domain/values.ts'
import type { Voiding } from '../domain/voiding.ts'
import { channel } from './channel.ts'
import type { SavedDocument } from './documents.ts'

/** A report with what follows from it. */
export interface ReportView {
  readonly report: Report
  readonly status: ReportStatus
  /** Of the text in force; '' while it has not arrived. */
  readonly contentHash: string
  readonly percent: number
  readonly missing: readonly ReportItem[]
  /** Sent, and the county has not got it yet: it waits at this console for a link. */
  readonly held: boolean
  /** When the county had it, ms; later than its sending when it waited for a link. Null: not sent, or it waits. */
  readonly hadAt: number | null
  /** The event that carries it to the county: its version, for 已送达县 and 县已阅. '' before it is sent. */
  readonly sentVersion: string
  /** A later report that corrects it, by its number; '' when there is none. */
  readonly correctedBy: string
}

/** A clock of the incident's reporting that runs or was missed. */
export interface ReportClockLine {
  readonly clock: ReportClockName
  readonly startAt: number
  readonly amberAt: number
  readonly dueAt: number
  readonly stoppedAt: number | null
  readonly explained: boolean
  /** The rule as it is now, with where it comes from; null when it is no longer in the file. */
  readonly rule: Rule | null
}

export interface RecipientOption {
  readonly key: string
  readonly name: string
  readonly tier: Tier
  /** Chosen beforehand: the usual places, and the body competent for this type of incident. */
  readonly usual: boolean
}

/** Somebody who may sign a report. `onDuty`: leader on duty now. */
export interface Signer extends PersonRef {
  readonly post: string
  readonly phone: string
  readonly onDuty: boolean
  /** Has a password at this console. */
  readonly canSignIn: boolean
}

/** Everything about the reporting of one incident. */
export interface IncidentReporting {
  readonly incident: IncidentRef
  readonly tips: readonly string[]
  /** Those of incidents merged into it too, in the order they were written. */
  readonly reports: readonly ReportView[]
  readonly told: readonly Telling[]
  readonly waived: Voiding | null
  readonly late: readonly ReportLateReason[]
  readonly relief: Relief | null
  readonly clocks: readonly ReportClockLine[]
  readonly recipients: readonly RecipientOption[]
  readonly signers: readonly Signer[]
  /** Parts that each kind consists of, in the order of the paper. */
  readonly items: Readonly<Record<ReportKind, readonly ReportItem[]>>
  readonly nextKind: ReportKind
}

const on = z.object({ incident: entityId, base: versions })
const text = z.string().trim().max(4_000)

const which = z.object({ incident: entityId, report: entityId })

/** The same report in other forms. */
export interface ReportTexts {
  readonly sms: ShortMessage
  readonly broadcast: string
  /** 电话记录 of what was told about the incident; '' when nothing was. */
  readonly phoneLog: string
}

/** How the leader signs: in place with the password, or by telephone. */
export const signature = z.discriminatedUnion('how', [
  z.object({ how: z.literal('signedIn'), person: entityId, password: z.string().max(200) }),
  z.object({ how: z.literal('phone'), person: entityId, at: instant, phone: requiredText }),
])
export type Signature = z.infer<typeof signature>

export const reportChannels = {
  /** Topics: report, incident, person, duty, alarm. */
  'report.ofIncident': channel(z.object({ incident: entityId })).answers<IncidentReporting | null>(),
  /** A draft from what has been entered; `corrects`: from the report to be corrected. */
  'report.prefill': channel(z.object({ incident: entityId, kind: reportKind, corrects: entityId.optional() })).answers<
    z.output<typeof reportContent>
  >(),
  'report.draft': channel(
    on.extend({ kind: reportKind, content: reportContent, corrects: entityId.optional() }),
  ).answers<{ readonly report: string; readonly no: string }>(),
  'report.revise': channel(on.extend({ report: entityId, content: reportContent })).answers<null>(),
  /** 签发. `contentHash`: of the text the leader has on screen. */
  'report.approve': channel(on.extend({ report: entityId, contentHash: z.string(), signature })).answers<null>(),
  /** Sends; `unsigned`: 先发后签. Answers the task to report back when it went over somebody's head (越级). */
  'report.send': channel(
    on.extend({
      report: entityId,
      contentHash: z.string(),
      recipients: z
        .array(z.object({ to: addressee, route }))
        .min(1)
        .max(30),
      unsigned: z.boolean(),
    }),
  ).answers<{ readonly task: string | null }>(),
  'report.tell': channel(
    on.extend({
      report: entityId.optional(),
      to: addressee,
      person: shortText,
      phone: shortText,
      route,
      at: instant,
      text,
    }),
  ).answers<{ readonly task: string | null }>(),
  'report.voidTelling': channel(on.extend({ telling: shortText, reason })).answers<null>(),
  'report.withdraw': channel(on.extend({ report: entityId, reason })).answers<null>(),
  'report.waive': channel(on.extend({ reason })).answers<null>(),
  'report.unwaive': channel(on.extend({ reason })).answers<null>(),
  /** Starts the 10-hour clock of relief: people had to be moved. */
  'report.startRelief': channel(on).answers<null>(),
  'report.reachRelief': channel(on.extend({ condition: reliefCondition, at: instant })).answers<null>(),
  'report.undoRelief': channel(on.extend({ condition: reliefCondition, reason })).answers<null>(),
  /** The report as official paper: for the preview, for printing and PDF. */
  'report.paper': channel(which).answers<Paper>(),
  'report.texts': channel(which).answers<ReportTexts>(),
  /** Word, in the official layout. */
  'report.exportWord': channel(which).answers<SavedDocument>(),
} as const

/** Arguments of one channel, parsed. */
export type ReportArgs<C extends keyof typeof reportChannels> = z.output<(typeof reportChannels)[C]['args']>
