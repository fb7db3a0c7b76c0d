import type { BoardRow } from '../incident/figureBoard.ts'
import type { TaskRef } from '../task/events.ts'
import type { TaskStatus } from '../task/steps.ts'
import type { IncidentRef } from '../values.ts'
import type { LessonFields } from './events.ts'
import type { LinkRecord } from './linkSpells.ts'
import type { Milestone } from './milestones.ts'

/** A milestone with where its limit comes from: document and article; '' when no rule set it. */
export interface ReviewLine extends Milestone {
  readonly source: string
}

export interface LessonLine extends LessonFields {
  readonly id: string
  readonly by: string
  readonly withdrawn: { readonly reason: string; readonly by: string } | null
  /** The follow-up task made from it, with how it stands; null status: it has not arrived here. */
  readonly task: (TaskRef & { readonly status: TaskStatus | null }) | null
}

/** What this console itself suffered meanwhile: mains lost, or a run that ended without being shut down. */
export interface Interruption {
  readonly kind: 'onBattery' | 'onMains' | 'cutOff'
  readonly at: number
}

/** 复盘 of one incident, as it stands now. */
export interface ReviewPage {
  readonly incident: IncidentRef
  readonly tips: readonly string[]
  readonly drill: boolean
  /** Null while it goes on. */
  readonly endedAt: number | null
  readonly receivedAt: number
  /** Who took the call; '' not known. */
  readonly receivedBy: string
  readonly lines: readonly ReviewLine[]
  readonly figures: readonly BoardRow[]
  /** Who wrote how many records of it. */
  readonly people: readonly {
    readonly name: string
    readonly records: number
    readonly firstAt: number
    readonly lastAt: number
  }[]
  readonly interruptions: readonly Interruption[]
  /** How this console reached its county meanwhile, by its own record. */
  readonly links: LinkRecord
  readonly lessons: readonly LessonLine[]
  /** When it was put together. */
  readonly now: number
}
