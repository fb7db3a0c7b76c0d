// none ─ 启动 started ─▶ running ─ 终止 ended ─▶ ended ─ 启动 started ─▶ running (a new run)
//
// Two consoles may act at once. A start while one runs, and an end whose author did not know of the run it would end, change
// nothing and are kept as 未生效.
import type { EventMeta, EventOf, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { RuleOutcome } from '../task/events.ts'
import type { Authority } from './events.ts'

/** One time that the response was under way. */
export interface Run {
  readonly at: number
  /** From when the first half hour counts. */
  readonly since: number
  readonly authority: Authority
  readonly note: string
  readonly firstHalfHour: RuleOutcome | null
  /** When every step of the first half hour was settled. */
  readonly completedAt: number | null
  /** Who wrote that, and when by the clocks of the consoles. */
  readonly completedBy: Writer | null
  readonly ended: {
    readonly at: number
    readonly authority: Authority
    readonly reason: string
    readonly by: Writer
  } | null
  readonly by: Writer
}

/** A start or an end that changed nothing. */
export interface Vain {
  readonly what: 'started' | 'ended'
  readonly at: number
  readonly by: Writer
}

export interface ResponseCourse {
  /** In their order; the last one is the present one. */
  readonly runs: readonly Run[]
  readonly ineffective: readonly Vain[]
}

export const NOT_STARTED: ResponseCourse = { runs: [], ineffective: [] }

export type ResponseStanding = 'none' | 'running' | 'ended'

export function standingOf({ runs }: ResponseCourse): ResponseStanding {
  const last = runs.at(-1)
  if (!last) return 'none'
  return last.ended ? 'ended' : 'running'
}

export function start(course: ResponseCourse, event: EventOf<'response.started'>): ResponseCourse {
  const { at, since, authority, note = '', firstHalfHour } = event.body
  if (standingOf(course) === 'running') return inVain(course, 'started', at, event)
  const run: Run = {
    at,
    since,
    authority,
    note,
    firstHalfHour: firstHalfHour ?? null,
    completedAt: null,
    completedBy: null,
    ended: null,
    by: writerOf(event),
  }
  return { ...course, runs: [...course.runs, run] }
}

export function end(course: ResponseCourse, event: EventOf<'response.ended'>, seen: Seen): ResponseCourse {
  const { at, authority, reason } = event.body
  const last = course.runs.at(-1)
  if (!last || last.ended || !seen(last.by.version)) return inVain(course, 'ended', at, event)
  return withLast(course, { ...last, ended: { at, authority, reason, by: writerOf(event) } })
}

/** The first time counts, unless a tick that it rested on was taken back since. */
export function complete(course: ResponseCourse, event: EventOf<'response.stepsCompleted'>): ResponseCourse {
  const last = course.runs.at(-1)
  if (!last || last.completedAt !== null) return course
  return withLast(course, { ...last, completedAt: event.body.at, completedBy: writerOf(event) })
}

export function reopen(course: ResponseCourse): ResponseCourse {
  const last = course.runs.at(-1)
  if (!last || last.ended || last.completedAt === null) return course
  return withLast(course, { ...last, completedAt: null, completedBy: null })
}

/**
 * Whether the clock of the first half hour had stopped on a step. One of a card that was taken to hand later had no part in it.
 * @param settled clock reading (hlc) since when the step is settled: the time that is said for a tick may be any
 */
export function restedOn({ completedBy }: Run, settled: string | null): boolean {
  return completedBy !== null && settled !== null && settled < completedBy.hlc
}

function withLast(course: ResponseCourse, run: Run): ResponseCourse {
  return { ...course, runs: [...course.runs.slice(0, -1), run] }
}

function inVain(course: ResponseCourse, what: Vain['what'], at: number, event: EventMeta): ResponseCourse {
  return { ...course, ineffective: [...course.ineffective, { what, at, by: writerOf(event) }] }
}
