import { z } from 'zod'
import type { Urgency } from '../domain/urgency.ts'
import { reason } from '../domain/values.ts'
import { channel } from './channel.ts'

/** What a clock waits for; its words are `alarms:kinds.<kind>` in the locales. */
export const ALARM_KINDS = [
  'task.acknowledge',
  'task.due',
  'order.acknowledge',
  'order.reply',
  'report.firstPhone',
  'report.firstWritten',
  'report.followUp',
  'report.verified',
  'report.approval',
  'report.relief',
  'response.firstHalfHour',
] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

/** A clock that needs somebody's attention now. */
export interface Alarm {
  /** Subject, clock and time; a task given again has another. */
  readonly id: string
  readonly kind: AlarmKind
  readonly subject: { readonly id: string; readonly no: string; readonly title: string }
  /** Who is waited for: the recipient of a task, the county for an order, whoever commands for a response. */
  readonly who: string
  readonly urgency: Urgency
  readonly dueAt: number
  /** When it happened after all; null while the clock runs. */
  readonly stoppedAt: number | null
  /** amber: time is running out (an order: it has just come); red: the time has passed. */
  readonly stage: 'amber' | 'red'
  /** Sounds until somebody acknowledges it. */
  readonly sounding: boolean
  /** Missed, and nobody has said why. */
  readonly wantsReason: boolean
}

export interface AlarmList {
  /** Sounding ones first, then by time. */
  readonly alarms: readonly Alarm[]
  readonly sounding: number
  /** In a drill: the real ones that sound all the same, and are heard by `alarm.acknowledgeReal` only; empty otherwise. */
  readonly real: readonly Alarm[]
  /** The file of limits could not be read: clocks that depend on it are off. */
  readonly rulesBroken: boolean
}

const alarmId = z.string().min(1).max(200)

export const alarmChannels = {
  'alarm.list': channel(z.null()).answers<AlarmList>(),
  /** Silences alarms: somebody here has heard them. Those that are over meanwhile are passed over. */
  'alarm.acknowledge': channel(z.object({ ids: z.array(alarmId).min(1).max(500) })).answers<null>(),
  /** In a drill: silences real alarms, as a real act. The other channel never reaches them. */
  'alarm.acknowledgeReal': channel(z.object({ ids: z.array(alarmId).min(1).max(500) })).answers<null>(),
  /** Says why a time was missed; silences it too. */
  'alarm.explain': channel(z.object({ id: alarmId, reason })).answers<null>(),
} as const
