// 接报 received → 核实 verifying → 处置 responding → 结束 ended → 归档 archived
//    forward: to any later phase; phases passed over are 未报 (nobody reported them)
//    back:    reopened with a reason, to any earlier phase
//
// Two consoles may move at once without knowing of each other. Of two forward moves the further one holds; a reopening holds
// against a forward move whose author did not know of it. What does not hold is kept and shown as 未生效.
import { z } from 'zod'
import type { EventMeta, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'

export const PHASES = ['received', 'verifying', 'responding', 'ended', 'archived'] as const
export const phase = z.enum(PHASES)
export type Phase = z.infer<typeof phase>

/** One reported step. */
export interface Move {
  readonly to: Phase
  readonly by: Writer
  readonly reason?: string
}

/** Where an incident stands and how it came there. */
export interface Course {
  readonly phase: Phase
  /** Steps reported since the last reopening to before them. */
  readonly reached: { readonly [P in Phase]?: Move }
  readonly reopenings: readonly Move[]
  readonly ineffective: readonly Move[]
}

export const NOT_STARTED: Course = { phase: 'received', reached: {}, reopenings: [], ineffective: [] }

export function isForward(from: Phase, to: Phase): boolean {
  return PHASES.indexOf(to) > PHASES.indexOf(from)
}

/** Phases a forward move leaves out. */
export function skippedBetween(from: Phase, to: Phase): readonly Phase[] {
  return PHASES.slice(PHASES.indexOf(from) + 1, PHASES.indexOf(to))
}

/** Phases before the present one that nobody reported (未报). */
export function unreported({ phase: now, reached }: Course): readonly Phase[] {
  return PHASES.slice(1, PHASES.indexOf(now)).filter((step) => !reached[step])
}

export function advance(course: Course, to: Phase, reason: string | undefined, event: EventMeta, seen: Seen): Course {
  const move = makeMove(to, reason, event)
  const knewAll = course.reopenings.every(({ by }) => seen(by.version))
  if (!knewAll || !isForward(course.phase, to)) return keepIneffective(course, move)
  return { ...course, phase: to, reached: { ...course.reached, [to]: move } }
}

export function reopen(course: Course, to: Phase, reason: string, event: EventMeta): Course {
  const move = makeMove(to, reason, event)
  if (!isForward(to, course.phase)) return keepIneffective(course, move)
  const kept = PHASES.slice(0, PHASES.indexOf(to) + 1)
  const reached = Object.fromEntries(
    kept.flatMap((step) => (course.reached[step] ? [[step, course.reached[step]]] : [])),
  )
  return { ...course, phase: to, reached, reopenings: [...course.reopenings, move] }
}

function makeMove(to: Phase, reason: string | undefined, event: EventMeta): Move {
  return reason === undefined ? { to, by: writerOf(event) } : { to, by: writerOf(event), reason }
}

function keepIneffective(course: Course, move: Move): Course {
  return { ...course, ineffective: [...course.ineffective, move] }
}
