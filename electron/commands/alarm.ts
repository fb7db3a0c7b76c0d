import { REPORT_CLOCKS, reportingEntity } from '../../shared/domain/report/events.ts'
import { responseEntity } from '../../shared/domain/response/events.ts'
import type { Alarm } from '../../shared/ipc/alarms.ts'
import type { Alarms } from '../alarms/alarmRoom.ts'
import { heardId } from '../alarms/clock.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { writeHeard } from '../store/repositories/alarmsHeard.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { aboutOrder } from './order.ts'
import { aboutTask } from './taskActs.ts'

/**
 * Somebody has heard these alarms: they are silent here until their next stage. For an order of the county that is part of the
 * record, and silences it at the township's other consoles too.
 * @throws {CommandError} session.signInFirst
 */
export function acknowledgeAlarms(desk: DeskContext, alarms: Alarms, ids: readonly string[]): null {
  return hear(desk, desk.store, alarms, alarms.read().alarms, ids)
}

/** The same for the real alarms that sound through a drill: what is recorded is real. @throws {CommandError} session.signInFirst */
export function acknowledgeRealAlarms(desk: DeskContext, alarms: Alarms, ids: readonly string[]): null {
  return hear(desk, desk.drill.real, alarms, alarms.soundingReal(), ids)
}

function hear(
  { session, now }: DeskContext,
  store: DeskContext['store'],
  alarms: Alarms,
  known: readonly Alarm[],
  ids: readonly string[],
): null {
  const author = session.author()
  const wanted = new Set(ids)
  const sounding = known.filter(({ id, sounding }) => sounding && wanted.has(id))
  const heard = sounding.map(({ id, stage }) => heardId(id, stage))
  store.writeLocal((db) => writeHeard(db, heard, { atMs: now(), person: author.person ?? '', name: author.name }))
  const drafts = sounding.flatMap((alarm) => orderHeard(store, alarm) ?? [])
  if (drafts.length > 0) store.append(drafts, { author })
  alarms.wake()
  return null
}

function orderHeard({ db }: DeskContext['store'], { kind, subject, dueAt, stage }: Alarm): AnyDraft | null {
  if (kind !== 'order.acknowledge' && kind !== 'order.reply') return null
  const order = readState(db, 'order', subject.id)?.state
  if (!order) return null
  return {
    kind: 'order.alarmAcknowledged',
    entity: subject.id,
    body: { ...aboutOrder(order), clock: kind === 'order.reply' ? 'reply' : 'acknowledge', dueAt, stage },
  }
}

/** Why a time was missed. @throws {CommandError} session.signInFirst, alarm.over, alarm.notMissed */
export function explainAlarm({ store, session }: DeskContext, alarms: Alarms, id: string, reason: string): null {
  const author = session.author()
  const alarm = alarms.read().alarms.find((one) => one.id === id)
  if (!alarm) throw new CommandError('alarm.over')
  if (!alarm.wantsReason) throw new CommandError('alarm.notMissed')
  store.append([explanation(store, alarm, reason)], { author })
  alarms.wake()
  return null
}

function explanation({ db }: DeskContext['store'], { kind, subject, dueAt }: Alarm, reason: string): AnyDraft {
  if (kind === 'task.acknowledge' || kind === 'task.due') {
    const task = readState(db, 'task', subject.id)?.state
    if (!task) throw new CommandError('alarm.over')
    const clock = kind === 'task.due' ? 'due' : 'acknowledge'
    return { kind: 'task.lateExplained', entity: subject.id, body: { ...aboutTask(task), clock, dueAt, reason } }
  }
  const clockOfReport = REPORT_CLOCKS.find((clock) => kind === `report.${clock}`)
  if (clockOfReport) {
    const body = { incident: subject, clock: clockOfReport, dueAt, reason }
    return { kind: 'report.lateExplained', entity: reportingEntity(subject.id), body }
  }
  if (kind === 'response.firstHalfHour') {
    const body = { incident: subject, clock: 'firstHalfHour' as const, dueAt, reason }
    return { kind: 'response.lateExplained', entity: responseEntity(subject.id), body }
  }
  const order = readState(db, 'order', subject.id)?.state
  if (!order) throw new CommandError('alarm.over')
  const clock = kind === 'order.reply' ? 'reply' : 'acknowledge'
  return { kind: 'order.lateExplained', entity: subject.id, body: { ...aboutOrder(order), clock, dueAt, reason } }
}
