import type { TaskRef } from '../../../shared/domain/task/events.ts'
import { taskValues } from '../../../shared/domain/task/values.ts'
import type { ResponseArgs } from '../../../shared/ipc/response.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import { readState } from '../../store/projections/entityState.ts'
import { CommandError } from '../commandError.ts'
import { act, findResponse } from './onResponse.ts'

/** When a team said it will be there. */
export function giveEta(desk: DeskContext, args: ResponseArgs<'response.giveEta'>): null {
  const { base, arriveAt, at, means } = args
  const { entity, incident } = findResponse(desk, args.incident, at)
  const task = findTask(desk, args.task)
  if (arriveAt < at) throw new CommandError('response.etaPast')
  const body = { incident, ...task, arriveAt, at, by: args.by || task.recipient.name, means }
  return act(desk, [{ kind: 'response.etaGiven', entity, base, body }])
}

/** 请求支援. */
export function askHelp(desk: DeskContext, args: ResponseArgs<'response.askHelp'>): null {
  const { base, from, what, person, at, means } = args
  const { entity, incident } = findResponse(desk, args.incident, at)
  const body = { incident, help: newId('help'), from, what, person, at, means }
  return act(desk, [{ kind: 'response.helpRequested', entity, base, body }])
}

export function answerHelp(desk: DeskContext, args: ResponseArgs<'response.answerHelp'>): null {
  const { base, help, outcome, note, at, means } = args
  const { entity, incident, response } = findResponse(desk, args.incident, at)
  const request = response.help.find(({ id }) => id === help)
  if (!request) throw new CommandError('response.unknownHelp')
  const body = { incident, help, from: request.from, outcome, note, at, by: args.by || request.from, means }
  return act(desk, [{ kind: 'response.helpAnswered', entity, base, body }])
}

/** @throws {CommandError} task.unknown */
export function refOfTask(desk: DeskContext, id: string): TaskRef {
  return findTask(desk, id).task
}

function findTask({ store }: DeskContext, id: string) {
  const task = readState(store.db, 'task', id)?.state
  const recipient = task && taskValues(task).to
  if (!task || !recipient) throw new CommandError('task.unknown')
  return { task: { id, no: task.no, title: taskValues(task).title }, recipient }
}
