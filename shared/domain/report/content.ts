import { z } from 'zod'
import { figureField } from '../incident/figures.ts'
import { term } from '../incident/labels.ts'
import { level } from '../incident/levels.ts'
import { amount, instant, requiredText, shortText } from '../values.ts'

/** 首报、续报N、终报、核报. */
export const REPORT_KINDS = ['first', 'followUp', 'final', 'verified'] as const
export const reportKind = z.enum(REPORT_KINDS)
export type ReportKind = z.infer<typeof reportKind>

/** Parts of a report that are written in words. Which of them a kind has is data: resources/rules/reports.json. */
export const SECTIONS = [
  'source',
  'place',
  'nature',
  'scope',
  'progress',
  'losses',
  'trend',
  'leaders',
  'measures',
  'cause',
  'outcome',
  'verification',
  'aftermath',
  'advice',
] as const
export const section = z.enum(SECTIONS)
export type Section = z.infer<typeof section>

/** Keys in the order of their names, so that a state made live and one made anew from the log read the same. */
function sorted<Value>(all: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One official figure as the report gives it. */
export const reportedFigure = z.object({ value: amount, source: shortText })

/** What a report says. Frozen as a whole when it is signed or sent: a correction is another report. */
export const reportContent = z.object({
  title: requiredText,
  /** As of when it speaks, ms. */
  asOf: instant,
  /** 接报时间, 事发时间; null: not known. */
  receivedAt: instant.nullable(),
  occurredAt: instant.nullable(),
  type: term.nullable(),
  level,
  figures: z
    .record(figureField, reportedFigure)
    .refine((all) => Object.keys(all).length <= 40)
    .overwrite(sorted),
  sections: z.partialRecord(section, z.string().trim().max(4_000)).overwrite(sorted),
})
export type ReportContent = z.infer<typeof reportContent>

/** What a report is called wherever it is spoken of. `ordinal`: 1 for 续报一; 0 for kinds that are not counted. */
export const reportLabel = z.object({
  id: z.string().min(1).max(120),
  no: shortText,
  kind: reportKind,
  ordinal: z.int().min(0).max(999),
  title: shortText,
})
export type ReportLabel = z.infer<typeof reportLabel>
