import { CARD_PARTS, type CardPart, type DisposalCard } from '../../../shared/domain/card/card.ts'
import { standingOf } from '../../../shared/domain/response/course.ts'
import { type Eta, etaOf, markOf, type StepMark } from '../../../shared/domain/response/readResponse.ts'
import type { Response } from '../../../shared/domain/response/response.ts'
import { lateness } from '../../../shared/domain/task/lateness.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'

const MINUTE_MS = 60_000

/** One step on the board; `key` names it among all cards at hand. */
export interface StepLine {
  readonly key: string
  readonly card: string
  readonly part: CardPart
  readonly id: string
  readonly text: string
  readonly mark: StepMark | null
  readonly settled: boolean
  /** Tasks it was made into, as they stand now. */
  readonly tasks: readonly TaskRow[]
}

export type Language = 'zh-CN' | 'en'

/** All steps of the cards at hand in their order, the first five minutes of every card before the rest. */
export function stepLines(
  cards: readonly CardOnBoard[],
  response: Response | null,
  tasks: readonly TaskRow[],
  language: Language,
): readonly StepLine[] {
  return CARD_PARTS.flatMap((part) =>
    cards.flatMap(({ card }) =>
      card[part].map(({ id, text }) => {
        const mark = response && markOf(response, card.id, id)
        return {
          key: `${card.id}/${id}`,
          card: card.id,
          part,
          id,
          text: text[language],
          mark,
          settled: mark?.state === 'done' || mark?.state === 'notApplicable',
          tasks: tasks.filter((task) => mark?.tasks.some((ref) => ref.id === task.id)),
        }
      }),
    ),
  )
}

/** The first step nobody has settled: where the officer's hand belongs. */
export function firstOpen(lines: readonly StepLine[]): string | null {
  return lines.find(({ settled, mark }) => !settled && mark?.state !== 'assigned')?.key ?? lines[0]?.key ?? null
}

/** The key `by` places away; the ends hold. */
export function neighbour(lines: readonly StepLine[], key: string | null, by: number): string | null {
  const at = lines.findIndex((line) => line.key === key)
  const next = Math.min(Math.max(at + by, 0), lines.length - 1)
  return lines[next]?.key ?? null
}

/** The clock of the first half hour as it is shown. `ms` runs from the first call. */
export interface BoardClock {
  readonly ms: number
  readonly tone: 'running' | 'amber' | 'red' | 'done' | 'over'
  /** When the half hour is over; null before the start. */
  readonly dueAt: number | null
  /** When all steps were settled, or the response ended. */
  readonly stoppedAt: number | null
}

/** The last quarter is amber, as the clock rules have it for the alarm. */
export function boardClock(board: Pick<ResponseBoard, 'response' | 'receivedAt'>, now: number): BoardClock {
  const course = board.response?.state.course
  const run = course?.runs.at(-1)
  const since = run?.since ?? board.receivedAt
  const dueAt = run?.firstHalfHour?.dueAt ?? null
  if (run?.ended) return { ms: run.ended.at - since, tone: 'over', dueAt, stoppedAt: run.ended.at }
  const stoppedAt = run?.completedAt ?? null
  const ms = Math.max(0, now - since)
  if (stoppedAt !== null) return { ms, tone: dueAt !== null && stoppedAt > dueAt ? 'red' : 'done', dueAt, stoppedAt }
  const due = dueAt ?? since + 30 * MINUTE_MS
  const tone = now > due ? 'red' : now >= due - (due - since) / 4 ? 'amber' : 'running'
  return { ms, tone, dueAt, stoppedAt }
}

/** 12:05, 1:02:40, 26:10:00: hours as many as there are. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

/** Where somebody who was sent is, against the one-hour ring. */
export interface ForceLine {
  readonly task: TaskRow
  readonly eta: Eta | null
  /** Until when it should be there; null: no such rule. */
  readonly ringAt: number | null
  readonly state: 'arrived' | 'arrivedLate' | 'inTime' | 'willMiss' | 'missed' | 'unknown' | 'stopped'
}

const THERE = ['arrived', 'completed', 'verified']

/** Everybody who was given a task, the worst first. Teams are measured against the ring, villages and persons are not. */
export function forceLines(
  tasks: readonly TaskRow[],
  response: Response | null,
  ringMinutes: number | null,
  now: number,
): readonly ForceLine[] {
  const worst = ['missed', 'willMiss', 'unknown', 'inTime', 'arrivedLate', 'arrived', 'stopped']
  return tasks
    .filter(({ voided, status }) => !voided && status !== 'cancelled')
    .map((task): ForceLine => {
      const eta = response && etaOf(response, task.id)
      const ringAt =
        ringMinutes === null || task.recipient.kind !== 'team' ? null : task.issuedAt + ringMinutes * MINUTE_MS
      return { task, eta, ringAt, state: forceState(task, eta, ringAt, now) }
    })
    .toSorted((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state) || a.task.issuedAt - b.task.issuedAt)
}

function forceState(task: TaskRow, eta: Eta | null, ringAt: number | null, now: number): ForceLine['state'] {
  if (task.status === 'returned') return 'stopped'
  if (THERE.includes(task.status)) {
    // Only while 到场 is the last thing said is its time known here.
    const late = task.status === 'arrived' && ringAt !== null && task.lastAt > ringAt
    return late ? 'arrivedLate' : 'arrived'
  }
  if (ringAt !== null && now > ringAt) return 'missed'
  if (eta === null) return 'unknown'
  return ringAt !== null && eta.arriveAt > ringAt ? 'willMiss' : 'inTime'
}

/** Something that is late or was promised and is not there. */
export type Overdue =
  | { readonly what: 'report'; readonly alarm: Alarm; readonly byMs: number }
  | { readonly what: 'task'; readonly task: TaskRow; readonly late: 'overdue' | 'unanswered'; readonly byMs: number }
  | { readonly what: 'firstHalfHour'; readonly byMs: number }
  | { readonly what: 'ring'; readonly task: TaskRow; readonly byMs: number }

/** The worst first; a report to those above before everything else: its limits are the law's. `reports`: of this incident (reportsLate). */
export function overdueOf(
  board: Pick<ResponseBoard, 'response' | 'receivedAt'>,
  tasks: readonly TaskRow[],
  forces: readonly ForceLine[],
  reports: readonly Alarm[],
  now: number,
): readonly Overdue[] {
  const found: Overdue[] = []
  const clock = boardClock(board, now)
  const running = board.response ? standingOf(board.response.state.course) === 'running' : false
  if (running && clock.dueAt !== null && clock.stoppedAt === null && now > clock.dueAt)
    found.push({ what: 'firstHalfHour', byMs: now - clock.dueAt })
  for (const task of tasks) {
    const late = lateness(task, now)
    if (late.late === 'overdue' || late.late === 'unanswered')
      found.push({ what: 'task', task, late: late.late, byMs: late.byMs })
  }
  for (const { task, ringAt, state } of forces)
    if (state === 'missed' && ringAt !== null) found.push({ what: 'ring', task, byMs: now - ringAt })
  const late = reports.map((alarm): Overdue => ({ what: 'report', alarm, byMs: now - alarm.dueAt }))
  return [late, found].flatMap((part) => part.toSorted((a, b) => b.byMs - a.byMs))
}

/** A short key for the draft of a task made from a step: its first letters tell the steps of a card apart. */
export function draftKeyOf(line: Pick<StepLine, 'id' | 'card'>): string {
  return `${line.id.slice(0, 10)}${line.card.slice(0, 8)}`
}

export function languageOf(language: string): Language {
  return language === 'en' ? 'en' : 'zh-CN'
}

/** Titles of cards in the reader's language. */
export function titleOf(card: Pick<DisposalCard, 'title'>, language: string): string {
  return card.title[languageOf(language)]
}
