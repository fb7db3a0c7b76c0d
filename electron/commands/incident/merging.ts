import { fieldsOf as fieldsOfCall, figuresOf, labelOf as labelOfCall } from '../../../shared/domain/call/readCall.ts'
import { tellsOfLives } from '../../../shared/domain/incident/figures.ts'
import { fieldsOf, labelOf, mergedInto, refOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { IncidentArgs } from '../../../shared/ipc/incidents.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { findCall } from '../call/findCall.ts'
import { CommandError } from '../commandError.ts'
import { nextNumber } from '../numbering.ts'
import { type Act, act, findIncident, findOpen } from './actOn.ts'

/** 合并: its calls and claims stay its own and are shown with the other; no figure is ever summed. */
export function mergeIncident(desk: DeskContext, args: IncidentArgs<'incident.merge'>) {
  const { id, base, reason } = args
  if (id === args.into) throw new CommandError('incident.mergeSelf')
  // Merged into two others at once by two consoles: choosing one of them is a merge again.
  const contested = (findIncident(desk, id).merged.into?.rivals ?? []).length > 0
  const incident = contested ? findIncident(desk, id) : findOpen(desk, id)
  const into = refOf(findOpen(desk, args.into))
  return act(desk, { kind: 'incident.merged', entity: id, body: { label: labelOf(incident), into, reason }, base })
}

export function unmergeIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  const incident = findIncident(desk, id)
  const into = mergedInto(incident)
  if (!into) throw new CommandError('incident.notMerged', { no: labelOf(incident).no })
  const from = { id: into.id, no: into.no, title: into.title }
  return act(desk, { kind: 'incident.unmerged', entity: id, body: { label: labelOf(incident), from, reason }, base })
}

/**
 * 拆分: opens a new incident and moves calls to it, in one transaction. @throws {CommandError} incident.foreignCall when a call
 * belongs to another incident.
 */
export function splitIncident(desk: DeskContext, args: IncidentArgs<'incident.split'>): { incident: IncidentRef } {
  const from = findOpen(desk, args.id)
  const splitFrom = refOf(from)
  const calls = args.calls.map((id) => findCall(desk, id))
  for (const { state } of calls) {
    const belongs = fieldsOfCall(state).incident
    if (!belongs || rootOf(desk, belongs.id) !== args.id)
      throw new CommandError('incident.foreignCall', { no: state.label.no, incident: splitFrom.no })
  }
  const { type, level, village } = fieldsOf(from)
  const no = nextNumber(desk, 'incident')
  const lives = calls.some(({ state }) => tellsOfLives(figuresOf(state)))
  const incident = { id: newId('incident'), no, title: args.title }
  const opened: AnyDraft = {
    kind: 'incident.opened',
    entity: incident.id,
    body: {
      type,
      village,
      ...args.set,
      level: args.set.level ?? level,
      no,
      title: args.title,
      splitFrom,
      ...(lives ? { lives } : {}),
    },
    base: [],
  }
  const moves = calls.map(
    ({ state, tips }): AnyDraft => ({
      kind: 'call.attached',
      entity: state.id,
      body: { label: labelOfCall(state), incident, from: splitFrom, reason: args.reason },
      base: tips,
    }),
  )
  act(desk, opened, ...moves)
  return { incident }
}

/** Takes a split back: the incident is merged into the one it was split from. */
export function unsplitIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  const incident = findOpen(desk, id)
  const label = labelOf(incident)
  if (!incident.splitFrom) throw new CommandError('incident.notSplit', { no: label.no })
  const into = refOf(findOpen(desk, rootOf(desk, incident.splitFrom.id)))
  if (into.id === id) throw new CommandError('incident.mergeSelf')
  return act(desk, { kind: 'incident.unsplit', entity: id, body: { label, into, reason }, base })
}

function rootOf({ store }: DeskContext, id: string): string {
  return store.db.prepare<[string], { root: string }>('SELECT root FROM incident WHERE id = ?').get(id)?.root ?? id
}
