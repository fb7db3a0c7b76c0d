/** A time by which something has to have happened. */
export interface Deadline<Name extends string = string> {
  readonly clock: Name
  readonly dueAt: number
  /** When it happened; null while the clock runs. */
  readonly stoppedAt: number | null
  /** Somebody has said why it was, or will be, missed. */
  readonly explained: boolean
}

/** Whether anything may still come of it: it runs, or it was missed and nobody has said why. True or false whatever the time is. */
export function isWatched({ dueAt, stoppedAt, explained }: Deadline): boolean {
  return stoppedAt === null || (stoppedAt > dueAt && !explained)
}

/** Missed: the time has passed, and what was due had not happened by then. */
export function isMissed({ dueAt, stoppedAt }: Pick<Deadline, 'dueAt' | 'stoppedAt'>, now: number): boolean {
  return (stoppedAt ?? now) > dueAt
}
