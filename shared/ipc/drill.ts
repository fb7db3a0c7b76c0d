import { z } from 'zod'
import type { Drill } from '../domain/drill/drill.ts'
import { type DrillCounts, LEAVE_REASONS } from '../domain/drill/events.ts'
import { entityId, type IncidentRef, instant, requiredText } from '../domain/values.ts'
import { channel } from './channel.ts'

/** A drill as lists show it. */
export interface DrillLine extends Pick<Drill, 'id' | 'name' | 'plannedEnd'> {
  readonly startedAt: number | null
  readonly startedBy: string
  /** Consoles that take part now, by name. */
  readonly consoles: readonly string[]
  readonly ended: { readonly at: number; readonly by: string; readonly counts: DrillCounts } | null
}

export interface DrillState {
  /** The drill this console is in; null: 真实. What is typed is marked with it, and only it is shown. */
  readonly drill: DrillLine | null
  /** Drills that go on without this console: it may join. */
  readonly running: readonly DrillLine[]
  /** In a drill: real matters of this console that need somebody now. */
  readonly realAlarms: number
}

export interface PractisedIncident extends IncidentRef {
  readonly receivedAt: number
}

/** What 结束演练 would close, for the person to see before. */
export type DrillOpen = Pick<DrillCounts, 'closedIncidents' | 'closedTasks' | 'closedResponses'>

export const drillChannels = {
  'drill.now': channel(z.null()).answers<DrillState>(),
  'drill.start': channel(z.object({ name: requiredText, plannedEnd: instant })).answers<null>(),
  'drill.join': channel(z.object({ id: entityId })).answers<null>(),
  /** Also with nobody signed in: a real call waits for no password. */
  'drill.leave': channel(z.object({ reason: z.enum(LEAVE_REASONS) })).answers<null>(),
  'drill.open': channel(z.null()).answers<DrillOpen>(),
  /** For all consoles: what is open is closed with it. */
  'drill.end': channel(z.null()).answers<DrillCounts>(),
  /** All drills, the latest first. */
  'drill.list': channel(z.null()).answers<readonly DrillLine[]>(),
  /** What was practised in one, to be reviewed; the first call first. */
  'drill.incidents': channel(z.object({ id: entityId })).answers<readonly PractisedIncident[]>(),
} as const
