import type { EventMeta, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { Means } from '../values.ts'
import type { Voiding } from '../voiding.ts'
import type { Recipient, VerifyConsent } from './events.ts'
import type { ReportedStep, StepEffect } from './steps.ts'
import type { Named } from './verification.ts'

/** One thing that was done with a task, whether it had an effect or not. */
export interface TaskAct {
  readonly act: 'issued' | 'reissued' | ReportedStep | 'returned' | 'cancelled'
  /** `none`: 未生效. */
  readonly effect: StepEffect
  /** Its author had not seen the act before it (并发). */
  readonly concurrent: boolean
  /** When it happened, as reported, ms. */
  readonly at: number
  /** Who said so; the author when nobody else is named. */
  readonly by: string
  /** Id of `by` where it was chosen from the roster. */
  readonly person?: string
  readonly means: Means
  /** What was said with it; for a return, a cancellation or a new round the reason. */
  readonly note: string
  /** Steps jumped over by this one and not reported since: 未报. */
  readonly skipped: readonly ReportedStep[]
  /** Who was told, for 下达 and 重新下达. */
  readonly recipient: Recipient | null
  /** For 核销: the leader whose word by telephone it stands on. */
  readonly consent: VerifyConsent | null
  /** 核销 by whoever reported it done, or was to do it: kept, and shown as against the rule. */
  readonly selfVerified: boolean
  /** For 核销: who stands for it. */
  readonly checkers?: readonly Named[]
  /** Its author did not know that the task had been given again: it says nothing of this round. */
  readonly stale: boolean
  readonly voided: Voiding | null
  readonly writer: Writer
}

interface ActBody {
  readonly at: number
  readonly means: Means
  readonly by?: string | undefined
  readonly person?: { readonly id: string } | undefined
  readonly note?: string | undefined
  readonly reason?: string | undefined
}

/** Adds an act at the end; it is concurrent when its author had not seen the last one that counted. */
export function addAct(
  acts: readonly TaskAct[],
  event: EventMeta & { readonly body: ActBody },
  seen: Seen,
  what: Pick<TaskAct, 'act' | 'effect'> &
    Partial<Pick<TaskAct, 'stale' | 'skipped' | 'recipient' | 'consent' | 'selfVerified' | 'checkers'>>,
): readonly TaskAct[] {
  const { at, means, by, person, note, reason } = event.body
  const last = acts.findLast(({ effect }) => effect !== 'none')
  return [
    ...acts,
    {
      skipped: [],
      recipient: null,
      consent: null,
      selfVerified: false,
      stale: false,
      voided: null,
      ...what,
      concurrent: last !== undefined && !seen(last.writer.version),
      at,
      by: by || (event.author?.name ?? ''),
      ...(person && { person: person.id }),
      means,
      note: note ?? reason ?? '',
      writer: writerOf(event),
    },
  ]
}

/** A step reported after all is no longer 未报, in the round it belongs to. */
export function fillSkip(acts: readonly TaskAct[], step: ReportedStep): readonly TaskAct[] {
  const round = acts.findLastIndex(({ act }) => act === 'reissued')
  return acts.map((act, index) =>
    index > round && act.skipped.includes(step)
      ? { ...act, skipped: act.skipped.filter((skipped) => skipped !== step) }
      : act,
  )
}
