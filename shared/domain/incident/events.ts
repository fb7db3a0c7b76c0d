import { z } from 'zod'
import {
  amount,
  callRef,
  incidentRef,
  instant,
  longText,
  means,
  reason,
  requiredText,
  shortText,
  villageRef,
} from '../values.ts'
import { phase } from './course.ts'
import { figureField, figures } from './figures.ts'
import { proposedGrade } from './grading.ts'
import { incidentLabel, term } from './labels.ts'
import { level } from './levels.ts'

/** What is known of an incident as a whole (首报 fields). Figures are claims, calls are records of their own. */
export const incidentFields = z.object({
  title: requiredText,
  type: term.nullable(),
  level,
  /** When it happened; null: not known. */
  at: instant.nullable(),
  village: villageRef.nullable(),
  place: shortText,
  description: longText,
  /** 影响范围 */
  scope: longText,
  /** 趋势 */
  trend: longText,
  /** 领导到位 */
  leaders: longText,
  /** 已采取措施 */
  measures: longText,
  /** 建议 */
  advice: longText,
})
export type IncidentFields = z.infer<typeof incidentFields>

const label = incidentLabel
const { title, level: grade } = incidentFields.shape

const opened = incidentFields.partial().extend({
  no: shortText.min(1),
  title,
  level: grade,
  /** The call it was opened by. */
  call: callRef.optional(),
  /** The incident it was split from. */
  splitFrom: incidentRef.optional(),
  /** Set when that call tells of lives at stake: both then travel in the flash lane. */
  lives: z.literal(true).optional(),
})

export const incidentBodies = {
  'incident.opened': opened,
  'incident.corrected': z.object({ label, set: incidentFields.partial(), reason: reason.optional() }),
  /** 定级: `proposed` what the rules said of the figures then; null: nothing. */
  'incident.graded': z.object({
    label,
    level: grade,
    proposed: proposedGrade.nullable(),
    reason: reason.optional(),
  }),
  'incident.advanced': z.object({ label, to: phase, skipped: z.array(phase), reason: reason.optional() }),
  'incident.reopened': z.object({ label, to: phase, reason }),
  /** 误报 */
  'incident.dismissed': z.object({ label, reason }),
  'incident.undismissed': z.object({ label, reason }),
  'incident.merged': z.object({ label, into: incidentRef, reason: reason.optional() }),
  'incident.unmerged': z.object({ label, from: incidentRef, reason }),
  /** Takes a split back: the incident goes back into the one it came from. */
  'incident.unsplit': z.object({ label, into: incidentRef, reason }),
  /** 分转 to the competent body; `person` took it there. `transfer`: made at the console, to name it by later. */
  'incident.transferred': z.object({
    label,
    transfer: shortText.min(1),
    body: term,
    person: shortText,
    means,
    note: shortText.optional(),
  }),
  'incident.transferReturned': z.object({ label, transfer: shortText, body: term, reason }),
  /** `claim`: made at the console; `at`: as of when the figures are said to hold. */
  'incident.figuresClaimed': z.object({
    label,
    claim: shortText.min(1),
    at: instant,
    source: requiredText,
    figures,
    note: shortText.optional(),
  }),
  /** Takes back one claim made on the incident itself: `<claim>:<field>`. */
  'incident.claimWithdrawn': z.object({ label, claim: shortText, field: figureField, reason }),
  /** The officer's choice of the official value (口径); null: none is official any more. */
  'incident.figureAdopted': z.object({
    label,
    field: figureField,
    adopted: z.object({ value: amount, claim: shortText, source: shortText }).nullable(),
    reason: reason.optional(),
  }),
  'incident.noted': z.object({ label, at: instant, text: longText.min(1) }),
  'incident.voided': z.object({ label, reason }),
  'incident.restored': z.object({ label, reason }),
} as const
