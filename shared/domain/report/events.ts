import { z } from 'zod'
import type { Lane } from '../../protocol/lanes.ts'
import { isLifeAtStake } from '../incident/figures.ts'
import { isGrave } from '../incident/levels.ts'
import { entityId, incidentRef, instant, personRef, reason, requiredText, shortText, version } from '../values.ts'
import { reportContent, reportLabel } from './content.ts'

/** All reporting of one incident is one entity, so that its clocks follow from one state. */
export const reportingEntity = (incident: string): string => `reports-${incident}`

/** Clocks of reporting: by telephone, in writing, 08:00 zero report, 核报, and signing what left before it was signed. */
export const REPORT_CLOCKS = ['firstPhone', 'firstWritten', 'followUp', 'verified', 'approval', 'relief'] as const
export const reportClock = z.enum(REPORT_CLOCKS)
export type ReportClockName = z.infer<typeof reportClock>

/** What has to be there before the 10-hour relief clock stops: moved to safety, supplies on the spot, 衣食住, 医. */
export const RELIEF_CONDITIONS = ['relocated', 'supplies', 'living', 'medical'] as const
export const reliefCondition = z.enum(RELIEF_CONDITIONS)
export type ReliefCondition = z.infer<typeof reliefCondition>

/** What the rule said when the act was done. `rulesHash`: of the file of limits, as in shared/domain/task/events.ts. */
export const reportLimit = z.object({
  clock: reportClock,
  rule: z.string().min(1).max(100),
  rulesHash: z.string().max(64),
  startAt: instant,
  dueAt: instant,
})
export type ReportLimit = z.infer<typeof reportLimit>

/** How far up a recipient is: the township itself, its county, above the county (越级), or neighbours and others. */
export const TIERS = ['township', 'county', 'above', 'other'] as const
export const tier = z.enum(TIERS)
export type Tier = z.infer<typeof tier>

export const addressee = z.object({ key: z.string().trim().min(1).max(60), name: requiredText, tier })
export type Addressee = z.infer<typeof addressee>

/** By which route a report or a word went. `system`: this program, over whatever link is up. */
export const ROUTES = ['phone', 'message', 'fax', 'inPerson', 'system', 'satellitePhone', 'other'] as const
export const route = z.enum(ROUTES)
export type Route = z.infer<typeof route>

/** How the leader signed: in person at this console (second sign-in), or by telephone (电话同意). */
export const approvalHow = z.discriminatedUnion('how', [
  z.object({ how: z.literal('signedIn'), at: instant }),
  z.object({ how: z.literal('phone'), at: instant, phone: requiredText, recordedBy: requiredText }),
])

/** SHA-256 of the content's canonical JSON, 64 hexadecimal digits: what was frozen. */
const contentHash = z.string().regex(/^[0-9a-f]{64}$/)
const about = { incident: incidentRef, report: reportLabel }

export const reportDrafted = z.object({
  ...about,
  no: requiredText,
  content: reportContent,
  /** 更正: the report that this one corrects. */
  corrects: reportLabel.optional(),
})
export const reportRevised = z.object({ ...about, content: reportContent })
/** 签发. `of`: the version the leader had on screen; an edit made elsewhere meanwhile is not what was signed. */
export const reportApproved = z.object({
  ...about,
  of: version,
  contentHash,
  person: personRef,
  approval: approvalHow,
  limits: z.array(reportLimit).max(5),
})
/** Carries the whole text: it may overtake its draft, and the county reads it alone. `signedBy` null: 先发后签. */
export const reportSent = z.object({
  ...about,
  at: instant,
  content: reportContent,
  contentHash,
  signedBy: personRef.nullable(),
  recipients: z
    .array(z.object({ to: addressee, route }))
    .min(1)
    .max(30),
  limits: z.array(reportLimit).max(10),
})
/** What was told to whom by which means, outside of the written report. */
export const reportTold = z.object({
  incident: incidentRef,
  report: reportLabel.optional(),
  telling: shortText.min(1),
  to: addressee,
  /** Who took it there. Personal. */
  person: shortText,
  phone: shortText,
  route,
  at: instant,
  by: requiredText,
  text: z.string().trim().max(4_000),
  limits: z.array(reportLimit).max(5),
})

/**
 * The county's hub confirmed that it holds a sending. Written by the console that sent it, in nobody's name. `of`: the sending;
 * `at`: when the confirmation came, by the clock of this console, which the limits are counted by too; of one that is found only at the
 * next start (power cut) the hub's time, kept between the sending and that start.
 */
export const reportDelivered = z.object({ ...about, of: version, at: instant })

export const reportBodies = {
  'report.drafted': reportDrafted,
  'report.revised': reportRevised,
  'report.approved': reportApproved,
  'report.sent': reportSent,
  'report.delivered': reportDelivered,
  'report.told': reportTold,
  /** Takes an entry back that was made by mistake. */
  'report.toldVoided': z.object({ incident: incidentRef, telling: shortText, reason }),
  /** A draft that is not wanted any more. */
  'report.withdrawn': z.object({ ...about, reason }),
  /** 不需上报 for the whole incident, and back. */
  'report.waived': z.object({ incident: incidentRef, reason }),
  'report.unwaived': z.object({ incident: incidentRef, reason }),
  /** People had to be moved: their basic living has to be secured within ten hours of the first word. */
  'report.reliefStarted': z.object({ incident: incidentRef, limit: reportLimit.optional() }),
  'report.reliefReached': z.object({
    incident: incidentRef,
    condition: reliefCondition,
    at: instant,
    by: requiredText,
  }),
  'report.reliefUndone': z.object({ incident: incidentRef, condition: reliefCondition, reason }),
  'report.lateExplained': z.object({ incident: incidentRef, clock: reportClock, dueAt: instant, reason }),
} as const

/**
 * A report on lives at stake, or on 较大 and above, is flash; what was told upward is command; drafts wait their turn. So does that
 * something was delivered: the county knows it, and no paid session has to be opened to say so.
 */
export const reportLanes = {
  'report.sent': ({ content }: z.infer<typeof reportSent>): Lane => (isFlash(content) ? 0 : 1),
  'report.approved': (): Lane => 1,
  'report.told': (): Lane => 1,
  'report.waived': (): Lane => 1,
  'report.unwaived': (): Lane => 1,
  'report.reliefStarted': (): Lane => 1,
  'report.reliefReached': (): Lane => 1,
  'report.reliefUndone': (): Lane => 1,
} as const

export function isFlash({ figures, level }: z.infer<typeof reportContent>): boolean {
  return isGrave(level) || Object.entries(figures).some(([field, { value }]) => isLifeAtStake(field, value))
}

/** A report's id. */
export const reportId = entityId
