import type { TFunction } from 'i18next'
import { type Lateness, lateness } from '../../../shared/domain/task/lateness.ts'
import { REPORTED_STEPS, type ReportedStep, type TaskStatus } from '../../../shared/domain/task/steps.ts'
import type { Means } from '../../../shared/domain/values.ts'
import type { TaskDetail, TaskRow } from '../../../shared/ipc/tasks.ts'
import { sayDuration } from '../../components/duration.ts'
import type { Tone } from '../../components/StatusTag.tsx'

/** Keys of the acts on an open task; digits, so that they work without looking. */
export const STEP_KEYS: Readonly<Record<ReportedStep, string>> = {
  received: '1',
  departed: '2',
  arrived: '3',
  completed: '4',
  verified: '5',
}
/** 电话下达. */
export const CALL_KEY = 'p'
/** 任务单. */
export const SLIP_KEY = 'w'
/** Takes the newest record back. */
export const VOID_KEY = 'z'
export const ACT_KEYS = { returned: '6', cancelled: '7', reissued: '8', noted: '9' } as const

export function toneOfStatus(status: TaskStatus): Tone {
  switch (status) {
    case 'issued':
    case 'returned':
      return 'warn'
    case 'received':
    case 'departed':
    case 'arrived':
      return 'info'
    case 'completed':
      return 'good'
    case 'verified':
    case 'cancelled':
      return 'mute'
  }
}

export function toneOfLate({ late }: Lateness): Tone {
  if (late === 'overdue' || late === 'unanswered') return 'bad'
  return late === 'answerSoon' || late === 'soon' ? 'warn' : 'mute'
}

/** What a late task says: 超时 12分钟. Null when it is not late. */
export function saySpan(late: Lateness, t: TFunction): string | null {
  return late.late === 'no' ? null : t(`tasks:late.${late.late}`, { span: sayDuration(late.byMs, t) })
}

/** Late ones first, the latest of them on top; then what is due soonest; then the newest. */
export function compareUrgency(a: TaskRow, b: TaskRow, now: number): number {
  return (
    lateBy(b, now) - lateBy(a, now) ||
    Number(b.open) - Number(a.open) ||
    (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
    b.issuedAt - a.issuedAt
  )
}

function lateBy(row: TaskRow, now: number): number {
  const late = lateness(row, now)
  return late.late === 'overdue' || late.late === 'unanswered' ? late.byMs : 0
}

export interface TaskGroup {
  readonly id: string
  readonly title: string
  readonly rows: readonly TaskRow[]
}

/** Tasks by whom they were given to, or by their incident; the group with the latest task first. */
export function groupTasks(
  rows: readonly TaskRow[],
  by: 'recipient' | 'incident',
  now: number,
  free: string,
): readonly TaskGroup[] {
  const groups = new Map<string, { title: string; rows: TaskRow[] }>()
  for (const row of rows) {
    const { id, title } =
      by === 'recipient' ? { id: row.recipient.id, title: row.recipient.name } : incidentOf(row, free)
    const group = groups.get(id) ?? { title, rows: [] }
    group.rows.push(row)
    groups.set(id, group)
  }
  return [...groups]
    .map(([id, { title, rows: own }]) => ({ id, title, rows: own.toSorted((a, b) => compareUrgency(a, b, now)) }))
    .toSorted((a, b) => compareFirst(a.rows, b.rows, now))
}

function incidentOf({ incident }: TaskRow, free: string): { id: string; title: string } {
  return incident ? { id: incident.id, title: `${incident.no} ${incident.title}` } : { id: '', title: free }
}

function compareFirst(a: readonly TaskRow[], b: readonly TaskRow[], now: number): number {
  const [first, second] = [a[0], b[0]]
  return first && second ? compareUrgency(first, second, now) : 0
}

/** How each step of the present round stands, for the line of six. */
export interface TrackStep {
  readonly step: 'issued' | ReportedStep
  readonly state: 'done' | 'unreported' | 'coming'
  readonly at: number | null
}

export function trackOf({ acts, row }: Pick<TaskDetail, 'acts' | 'row'>): readonly TrackStep[] {
  const start = acts.findLastIndex(({ act }) => act === 'issued' || act === 'reissued')
  const round = acts.slice(Math.max(start, 0)).filter(({ effect }) => effect !== 'none')
  const reached = Math.max(...REPORTED_STEPS.map((step, index) => (round.some(({ act }) => act === step) ? index : -1)))
  const first: TrackStep = { step: 'issued', state: 'done', at: round[0]?.at ?? row.issuedAt }
  return [
    first,
    ...REPORTED_STEPS.map((step, index): TrackStep => {
      const act = round.find((one) => one.act === step)
      if (act) return { step, state: 'done', at: act.at }
      return { step, state: index < reached ? 'unreported' : 'coming', at: null }
    }),
  ]
}

/** Steps that would stay 未报 if this one were reported now. */
export function wouldSkip(track: readonly TrackStep[], step: ReportedStep): readonly ReportedStep[] {
  const to = track.findIndex((one) => one.step === step)
  const from = track.findLastIndex(({ state }) => state === 'done')
  return track.slice(from + 1, to).flatMap(({ step: between }) => (between === 'issued' ? [] : [between]))
}

/** Whether a step can be reported now: the desk decides, this only keeps the page from offering what it would refuse. */
export function canReport(
  { row: { status, voided }, verifying }: Pick<TaskDetail, 'row' | 'verifying'>,
  track: readonly TrackStep[],
  step: ReportedStep,
): boolean {
  if (step === 'verified' && (verifying.may === 'other' || verifying.may === 'nobody')) return false
  if (voided || status === 'returned' || status === 'cancelled') return false
  return track.find((one) => one.step === step)?.state !== 'done'
}

/** 30 minutes, one hour, two hours: what deadlines nearly always are. */
export const QUICK_DUES = [
  { key: '3', minutes: 30 },
  { key: '1', minutes: 60 },
  { key: '2', minutes: 120 },
] as const

/** By what means they spoke last; what was taken back was not said. */
export function usualMeans({ acts, values }: Pick<TaskDetail, 'acts' | 'values'>): Means {
  const last = acts.findLast(({ voided }) => !voided)?.means ?? values.means ?? 'phone'
  return last === 'system' ? 'phone' : last
}
