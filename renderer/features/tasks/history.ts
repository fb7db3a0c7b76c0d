import type { TaskAct } from '../../../shared/domain/task/acts.ts'
import type { TaskEscalation, TaskRing } from '../../../shared/domain/task/rings.ts'
import type { ReportedStep, StepEffect } from '../../../shared/domain/task/steps.ts'
import type { Means } from '../../../shared/domain/values.ts'
import type { Voiding } from '../../../shared/domain/voiding.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'

export interface HistoryLine {
  readonly version: string
  readonly what: TaskAct['act'] | 'rung' | 'escalated' | 'noted' | 'explained' | 'voided'
  readonly effect: StepEffect
  readonly concurrent: boolean
  readonly at: number
  readonly by: string
  readonly means: Means | null
  readonly text: string
  readonly skipped: readonly ReportedStep[]
  readonly recipient: string | null
  readonly consent: TaskAct['consent']
  readonly selfVerified: boolean
  readonly ring: TaskRing | null
  readonly escalation: TaskEscalation | null
  /** Taken back: it counts no more. */
  readonly voided: Voiding | null
  readonly writtenBy: string
  readonly hlc: string
}

const plain = {
  effect: 'moved',
  concurrent: false,
  means: null,
  skipped: [],
  recipient: null,
  consent: null,
  selfVerified: false,
  ring: null,
  escalation: null,
  voided: null,
} as const

/** Acts, notes, reasons and voiding of a task in one line of time, the newest record first. */
export function historyOf({
  acts,
  rings,
  escalations,
  notes,
  late,
  voided,
}: Pick<TaskDetail, 'acts' | 'rings' | 'escalations' | 'notes' | 'late' | 'voided'>): readonly HistoryLine[] {
  const lines: HistoryLine[] = [
    ...acts.map(({ act, note, recipient, writer, stale: _, ...rest }) => ({
      ...rest,
      what: act,
      text: note,
      recipient: recipient?.name ?? null,
      ring: null,
      escalation: null,
      ...written(writer),
    })),
    ...rings.map((ring) => ({
      ...plain,
      what: 'rung' as const,
      at: ring.at,
      by: '',
      text: '',
      ring,
      voided: ring.voided,
      ...written(ring.writer),
    })),
    ...escalations.map((escalation) => ({
      ...plain,
      what: 'escalated' as const,
      at: escalation.at,
      by: '',
      text: '',
      escalation,
      ...written(escalation.writer),
    })),
    ...notes.map(({ at, by, text, writer }) => ({
      ...plain,
      what: 'noted' as const,
      at,
      by,
      text,
      ...written(writer),
    })),
    ...late.map(({ reason, writer }) => ({
      ...plain,
      what: 'explained' as const,
      at: hlcMs(writer.hlc),
      by: writer.name,
      text: reason,
      ...written(writer),
    })),
    ...(voided
      ? [
          {
            ...plain,
            what: 'voided' as const,
            at: hlcMs(voided.by.hlc),
            by: voided.by.name,
            text: voided.reason,
            ...written(voided.by),
          },
        ]
      : []),
  ]
  return lines.toSorted((a, b) => (a.hlc < b.hlc ? 1 : a.hlc > b.hlc ? -1 : 0))
}

function written(writer: TaskAct['writer']) {
  return { version: writer.version, writtenBy: writer.name, hlc: writer.hlc }
}
