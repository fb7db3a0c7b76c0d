import { standingOf } from '../../../shared/domain/response/course.ts'
import { commanderOf, levelOf } from '../../../shared/domain/response/readResponse.ts'
import type { ResponseArgs } from '../../../shared/ipc/response.ts'
import type { DeskContext } from '../../deskContext.ts'
import { newId } from '../../deskContext.ts'
import { readFirstCall } from '../../store/repositories/response.ts'
import { CommandError } from '../commandError.ts'
import { isBefore } from '../saidTimes.ts'
import { act, findResponse, findRunning, readAuthority } from './onResponse.ts'

/** 启动应急响应: on the head's word, time-stamped, with the limit of the first half hour as the rule stands. */
export function startResponse(desk: DeskContext, args: ResponseArgs<'response.start'>): null {
  const { base, at, level, commander, since, note } = args
  const { entity, incident, response } = findResponse(desk, args.incident, Math.max(at, args.authority.at))
  if (standingOf(response.course) === 'running') throw new CommandError('response.running', { no: incident.no })
  checkNotBeforeCall(desk, args.incident, args.authority.at)
  if (since > at) throw new CommandError('response.sinceAfterStart')
  const { authority, flags } = readAuthority(desk, args.authority)
  const firstHalfHour = desk.clockRules.limit('response.firstHalfHour', since)
  const body = {
    incident,
    at,
    level,
    authority,
    commander,
    since,
    ...(firstHalfHour && { firstHalfHour }),
    ...(note && { note }),
  }
  return act(desk, [{ kind: 'response.started', entity, base, body }], flags)
}

export function changeLevel(desk: DeskContext, args: ResponseArgs<'response.changeLevel'>): null {
  const { base, at, level, reason } = args
  const { entity, incident, response } = findRunning(desk, args.incident, at)
  if (levelOf(response)?.level === level && !response.fields.level?.rivals) throw new CommandError('response.sameLevel')
  const { authority, flags } = readAuthority(desk, args.authority)
  const body = { incident, at, level, authority, reason }
  return act(desk, [{ kind: 'response.levelChanged', entity, base, body }], flags)
}

/** 终止应急响应. */
export function endResponse(desk: DeskContext, args: ResponseArgs<'response.end'>): null {
  const { base, at, reason } = args
  const { entity, incident } = findRunning(desk, args.incident, at)
  const { authority, flags } = readAuthority(desk, args.authority)
  return act(desk, [{ kind: 'response.ended', entity, base, body: { incident, at, authority, reason } }], flags)
}

/** 移交指挥: offered; whoever commands now stays in command until the other side has accepted. */
export function offerCommand(desk: DeskContext, args: ResponseArgs<'response.offerCommand'>): null {
  const { base, to, at, means, note } = args
  const { entity, incident, response } = findRunning(desk, args.incident, at)
  const from = commanderOf(response)
  if (from?.name === to.name && from.id === to.id) throw new CommandError('response.sameCommander', { name: to.name })
  const body = { incident, transfer: newId('transfer'), at, from, to, means, ...(note && { note }) }
  return act(desk, [{ kind: 'response.commandOffered', entity, base, body }])
}

export function answerCommand(desk: DeskContext, args: ResponseArgs<'response.answerCommand'>): null {
  const { base, transfer, accepted, at, by, means, reason } = args
  const { entity, incident, response } = findRunning(desk, args.incident, at)
  const found = response.handovers.find((one) => one.id === transfer)
  if (!found || found.answer) throw new CommandError('response.handoverOver')
  const said = { incident, transfer, to: found.to, at, by: by || found.to.name, means }
  if (accepted) return act(desk, [{ kind: 'response.commandAccepted', entity, base, body: said }])
  if (!reason) throw new CommandError('response.reasonMissing')
  return act(desk, [{ kind: 'response.commandDeclined', entity, base, body: { ...said, reason } }])
}

/** Nobody orders a response to what nobody has called about: such a time is a slip. @throws {CommandError} response.authorityBeforeCall */
function checkNotBeforeCall({ store, now }: DeskContext, incident: string, at: number): void {
  if (isBefore(at, readFirstCall(store.db, incident), now())) throw new CommandError('response.authorityBeforeCall')
}
