import type { Call } from '../../../shared/domain/call/call.ts'
import { claimsOf, fieldsOf as fieldsOfCall, figuresOf, isUnconfirmed } from '../../../shared/domain/call/readCall.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import { type Course, isForward, type Move, PHASES, type Phase } from '../../../shared/domain/incident/course.ts'
import { type BoardRow, figureBoard } from '../../../shared/domain/incident/figureBoard.ts'
import { officialOf, ownClaims } from '../../../shared/domain/incident/readIncident.ts'
import type { Registers } from '../../../shared/domain/registers.ts'
import type { IncidentDetail, Standing } from '../../../shared/ipc/incidents.ts'
import type { LogLine } from '../../../shared/ipc/log.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'

/** What the incident is to this desk now. */
export function standingOf({ incident: { state }, root }: Pick<IncidentDetail, 'incident' | 'root'>): Standing {
  if (state.voided) return 'voided'
  if (root.id !== state.id) return 'merged'
  return state.dismissed ? 'dismissed' : 'open'
}

/** One step of the course as the stepper shows it. `unreported`: passed over, nobody reported it (未报). */
export interface Step {
  readonly phase: Phase
  readonly state: 'done' | 'now' | 'unreported' | 'coming'
  readonly move: Move | null
}

export function stepsOf({ phase: now, reached }: Course): readonly Step[] {
  return PHASES.map((phase) => {
    const move = reached[phase] ?? null
    if (phase === now) return { phase, state: 'now', move }
    if (isForward(now, phase)) return { phase, state: 'coming', move: null }
    return { phase, state: move || phase === 'received' ? 'done' : 'unreported', move }
  })
}

/** Every act on an incident; those that need words open a dialog. */
export const ACTS = [
  'correct',
  'claimFigures',
  'transfer',
  'merge',
  'split',
  'reopen',
  'dismiss',
  'undismiss',
  'unmerge',
  'unsplit',
  'void',
  'restore',
] as const
export type Act = (typeof ACTS)[number]

/** Keys of the acts while nobody types. */
export const ACT_KEYS = {
  correct: 'c',
  claimFigures: 'g',
  transfer: 't',
  merge: 'm',
  split: 's',
  reopen: 'r',
  dismiss: 'x',
} as const satisfies Partial<Record<Act, string>>

/** What can be done with the incident as it stands. */
export function actsOf(detail: IncidentDetail): readonly Act[] {
  const { state } = detail.incident
  switch (standingOf(detail)) {
    case 'voided':
      return ['restore']
    case 'merged':
      return ['correct', 'unmerge']
    case 'dismissed':
      return ['correct', 'undismiss', 'void']
    case 'open':
      return ACTS.filter((act) => {
        if (act === 'undismiss' || act === 'restore') return false
        if (act === 'unmerge') return detail.circle
        if (act === 'unsplit') return state.splitFrom !== null
        if (act === 'split') return detail.calls.length > 1
        if (act === 'reopen') return state.course.phase !== 'received'
        return true
      })
  }
}

/** The board of figures of the incident and of all that was merged into it. */
export function boardOf(
  { incident, calls, members }: Pick<IncidentDetail, 'incident' | 'calls' | 'members'>,
  fieldOrder: readonly string[],
): readonly BoardRow[] {
  const claims = [
    ...calls.flatMap(({ state }) => claimsOf(state)),
    ...[incident, ...members].flatMap(({ state }) => ownClaims(state)),
  ]
  return figureBoard(claims, officialOf(incident.state), fieldOrder)
}

/** A line as it reads on the incident's own page: what is about this incident does not name it again. */
export function seenFrom<Line extends Pick<LogLine, 'kind' | 'body'>>(line: Line, no: string): Line {
  const { label, incident, ...body } = line.body
  const isAbout = (ref: Json | undefined) =>
    typeof ref === 'object' && ref !== null && !Array.isArray(ref) && 'no' in ref && ref.no === no
  const isIncident = line.kind.startsWith('incident.')
  return {
    ...line,
    body: {
      ...body,
      ...(label === undefined ? {} : { label: isIncident && isAbout(label) ? { no: '', title: '' } : label }),
      ...(incident === undefined || (line.kind === 'call.recorded' && isAbout(incident)) ? {} : { incident }),
    },
  }
}

/** A value set at the same time as another by somebody who had not seen it (并发). `value` is the one in force. */
export interface Contest {
  readonly field: string
  readonly options: readonly { readonly value: Json; readonly by: string; readonly inForce: boolean }[]
}

export function contestsOf(registers: Registers): readonly Contest[] {
  return Object.entries(registers).flatMap(([field, { value, by, rivals }]) =>
    rivals && rivals.length > 0
      ? [
          {
            field,
            options: [
              { value, by: by.name, inForce: true },
              ...rivals.map((rival) => ({ value: rival.value, by: rival.by.name, inForce: false })),
            ],
          },
        ]
      : [],
  )
}

/** A call as the detail shows it. */
export interface CallView {
  readonly id: string
  readonly tips: readonly string[]
  readonly no: string
  readonly known: boolean
  readonly fields: ReturnType<typeof fieldsOfCall>
  readonly figures: ReturnType<typeof figuresOf>
  /** Set when it belongs to an incident that was merged into the one on screen. */
  readonly through: string | null
  readonly unconfirmedName: string | null
  readonly voided: string | null
  readonly contests: readonly Contest[]
}

export function callViewOf({ state, tips }: Folded<Call>, incident: string): CallView {
  const fields = fieldsOfCall(state)
  return {
    id: state.id,
    tips,
    no: state.label.no,
    known: state.recorded !== null,
    fields,
    figures: figuresOf(state),
    through: fields.incident && fields.incident.id !== incident ? fields.incident.no : null,
    unconfirmedName: isUnconfirmed(state) ? (state.claimedName ?? '') : null,
    voided: state.voided?.reason ?? null,
    contests: contestsOf(state.fields),
  }
}
