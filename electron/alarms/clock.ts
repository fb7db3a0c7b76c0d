import type { Urgency } from '../../shared/domain/urgency.ts'
import type { AlarmKind } from '../../shared/ipc/alarms.ts'

/** Something that has to happen by a time, as the alarms see it; whatever has deadlines turns them into these. */
export interface DutyClock {
  /** Subject, clock and time: the same as long as it is the same deadline. */
  readonly id: string
  readonly kind: AlarmKind
  readonly subject: { readonly id: string; readonly no: string; readonly title: string }
  readonly who: string
  readonly urgency: Urgency
  /** When it begins to warn; null: only when the time has passed. */
  readonly amberAt: number | null
  readonly dueAt: number
  /** When it happened; null while it runs. */
  readonly stoppedAt: number | null
  /** Somebody has said why it was missed. */
  readonly explained: boolean
  /** Stages that somebody heard at any console, beyond those heard here. */
  readonly heard: readonly AlarmStage[]
}

export type AlarmStage = 'amber' | 'red'

/** Id under which this console remembers that somebody heard a stage of an alarm. */
export function heardId(id: string, stage: AlarmStage): string {
  return `${id}/${stage}`
}
