import { z } from 'zod'
import type { Proposal } from '../domain/task/escalation.ts'
import { type Callee, callee, ringOutcome, type TaskRing } from '../domain/task/rings.ts'
import type { ScriptLine } from '../domain/task/script.ts'
import { slipSize, type TaskSlip } from '../domain/task/slip.ts'
import { entityId, instant, versions } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { SavedDocument } from './documents.ts'

/** What stands before an officer who gives a task by telephone. */
export interface TaskDispatch {
  readonly tips: readonly string[]
  /** To be read aloud, from what was entered; in Chinese whatever language the screen has. */
  readonly script: readonly ScriptLine[]
  /** Whom to ring, in order. */
  readonly calls: readonly Callee[]
  /** Whom it is now: the one asked last, else the first; null: nobody has a number. */
  readonly calling: Callee | null
  /** Calls of the present round. */
  readonly rings: readonly TaskRing[]
  /** Somebody has said 收到, or nothing is expected any more. */
  readonly answered: boolean
  /** Failed calls after which somebody else is proposed, with where that limit comes from. */
  readonly mostFailed: number | null
  readonly source: string
  readonly proposal: Proposal | null
}

const on = { id: entityId, base: versions }

export const dispatchChannels = {
  /** Topics: task, team, village, person, incident, outage, response, duty, alarm. */
  'task.dispatch': channel(z.object({ id: entityId })).answers<TaskDispatch | null>(),
  /** One call and what came of it; 已复述 records 收到 too. `received`: it did. */
  'task.ring': channel(z.object({ ...on, callee, outcome: ringOutcome, at: instant })).answers<{
    readonly received: boolean
  }>(),
  /** 任务单 as it stands. */
  'task.slip': channel(z.object({ id: entityId })).answers<TaskSlip>(),
  'task.exportSlip': channel(z.object({ id: entityId, size: slipSize })).answers<SavedDocument>(),
  /** Accepts the proposal on screen (`proposalKey`). */
  'task.escalate': channel(z.object({ ...on, proposal: z.string().max(200), at: instant })).answers<null>(),
} as const
