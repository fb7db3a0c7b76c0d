import { judgeStep, type Position, type ReportedStep, type StepEffect } from './steps.ts'

/** Where a task stands in its round, with the times its clocks stop at, ms. */
export interface Standing extends Position {
  /** When the recipient first answered. */
  readonly answeredAt: number | null
  /** When it was done, handed back or called off. */
  readonly endedAt: number | null
}

/** Every round begins so. */
export const AT_START: Standing = { status: 'issued', reported: [], answeredAt: null, endedAt: null }

export interface Stepped {
  readonly effect: StepEffect
  readonly standing: Standing
}

/** A step that was reported. @param counts its author knew of this round */
export function takeStep(standing: Standing, step: ReportedStep, at: number, counts: boolean): Stepped {
  const effect = counts ? judgeStep(standing, step) : 'none'
  if (effect === 'none') return { effect, standing }
  return {
    effect,
    standing: {
      status: effect === 'moved' ? step : standing.status,
      reported: [...standing.reported, step],
      answeredAt: standing.answeredAt === null ? at : Math.min(standing.answeredAt, at),
      endedAt: endOf(standing, step, at),
    },
  }
}

/** Handing back is an answer too, and calling off asks for none: both clocks stop. */
export function takeStop(standing: Standing, status: 'returned' | 'cancelled', at: number): Standing {
  return { ...standing, status, answeredAt: standing.answeredAt ?? at, endedAt: at }
}

/** Done is when it was completed; a verification alone stands for it until somebody says when it really was. */
function endOf({ endedAt }: Standing, to: ReportedStep, at: number): number | null {
  if (to === 'completed') return at
  return to === 'verified' && endedAt === null ? at : endedAt
}
