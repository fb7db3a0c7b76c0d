import { z } from 'zod'

/** A limit with where it comes from. `confidence`: the text itself or two sources (high), one source (medium), none (low). */
export const rule = z.object({
  id: z.string().min(1),
  value: z.int().min(0).max(1_000_000),
  /** minuteOfDay: a time on the wall, Beijing, counted from midnight. */
  unit: z.enum(['minutes', 'percent', 'minuteOfDay', 'workingDays', 'times']),
  source: z.object({
    document: z.string().min(1),
    article: z.string().min(1),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
})
export const ruleFile = z.object({ rules: z.array(rule) })
export type Rule = z.infer<typeof rule>

/** Limits of duty clocks, in resources/rules/clocks.json. */
export const CLOCK_RULES = [
  'task.acknowledge.life-safety',
  'task.acknowledge.ordinary',
  'task.escalate.rings',
  'order.acknowledge.life-safety',
  'order.acknowledge.ordinary',
  'report.first.phone',
  'report.first.written',
  'report.followUp.daily',
  'report.verified',
  'report.approval',
  'report.backReport',
  'report.relief',
  'response.firstHalfHour',
  'response.ring',
  'deadline.amber.share',
  'deadline.amber.most',
] as const
export type ClockRule = (typeof CLOCK_RULES)[number]
