import { hlcMs } from '../../protocol/hlc.ts'
import type { Evacuation } from '../evacuation/evacuation.ts'
import { markOfHousehold } from '../evacuation/evacuation.ts'
import { rollUp } from '../evacuation/rollUp.ts'
import { PHASES } from '../incident/course.ts'
import type { Incident } from '../incident/incident.ts'
import type { ReportDeadline } from '../report/clocks.ts'
import { asReached, type CountyHad, ON_ITS_WAY_MS } from '../report/countyHad.ts'
import { sentAt } from '../report/readReport.ts'
import type { Reporting } from '../report/reporting.ts'
import { responseClocks } from '../response/readResponse.ts'
import type { Response } from '../response/response.ts'
import { taskClocks } from '../task/clocks.ts'
import type { Task } from '../task/task.ts'
import { taskValues } from '../task/values.ts'

/** Steps of an incident after 接报 to the end, in the order they are read when they came at the same time. */
export const MILESTONES = [
  'verifying',
  'responding',
  'responseStarted',
  'firstPhone',
  'firstWritten',
  'approval',
  'departed',
  'arrived',
  'evacuationOrdered',
  'evacuationDone',
  'firstHalfHour',
  'task',
  'followUp',
  'sentFirst',
  'sentFollowUp',
  'sentFinal',
  'sentVerified',
  'delivered',
  'relief',
  'responseEnded',
  'ended',
  'verified',
  'archived',
] as const
export type MilestoneKey = (typeof MILESTONES)[number]

/** Nobody said that it happened, and it should have by now. A step whose limit still runs is no gap. */
export function isGap({ at, limit }: Pick<Milestone, 'at' | 'limit'>, now: number): boolean {
  return at === null && (limit === null || now > limit.dueAt)
}

/** A limit that applied to a step. `rule`: key in resources/rules/clocks.json, '' where a person set it. */
export interface MilestoneLimit {
  readonly dueAt: number
  readonly rule: string
}

export interface Milestone {
  readonly key: MilestoneKey
  /** Which one, where there can be several: a team, a village, a number; ''. */
  readonly what: string
  /** ms; null: 未报, it never was, or nobody said so. */
  readonly at: number | null
  /** Who did it or said so; ''. */
  readonly by: string
  readonly limit: MilestoneLimit | null
  /** Entered when the limit was missed; ''. */
  readonly reason: string
}

/** What a review looks at. All of one incident and of those merged into it. */
export interface ReviewFacts {
  readonly incident: Incident
  readonly receivedAt: number
  readonly parts: readonly Reporting[]
  readonly deadlines: readonly ReportDeadline[]
  readonly had: CountyHad
  readonly response: Response | null
  readonly tasks: readonly Task[]
  readonly evacuations: readonly Evacuation[]
  /** Until when the first team has to be there, as the rule stands. */
  readonly ring: MilestoneLimit | null
  /** ms. */
  readonly now: number
}

/** Every step with its time and limit, those of which nothing tells when last. The clocks are the reports', the response's and the tasks' own. */
export function milestonesOf(facts: ReviewFacts): readonly Milestone[] {
  const all = [
    ...courseSteps(facts),
    ...responseSteps(facts),
    ...reportSteps(facts),
    ...teamSteps(facts),
    ...evacuationSteps(facts),
    ...lateTasks(facts),
  ]
  const timeOf = ({ key, at, limit }: Milestone): number => {
    const known = at ?? limit?.dueAt
    const next = known === undefined ? all.find((one) => one.key === GOES_BEFORE[key]) : undefined
    return known ?? next?.at ?? next?.limit?.dueAt ?? Number.POSITIVE_INFINITY
  }
  return all.toSorted((a, b) => timeOf(a) - timeOf(b) || MILESTONES.indexOf(a.key) - MILESTONES.indexOf(b.key))
}

/** A step nobody reported still came before the one that follows from it. */
const GOES_BEFORE: Partial<Readonly<Record<MilestoneKey, MilestoneKey>>> = {
  verifying: 'responding',
  departed: 'arrived',
}

/** Kept or missed, by how many ms; null where there is no limit, or it still runs. */
export function marginOf({ at, limit }: Pick<Milestone, 'at' | 'limit'>, now: number): number | null {
  if (!limit) return null
  if (at !== null) return limit.dueAt - at
  return now > limit.dueAt ? limit.dueAt - now : null
}

function step(key: MilestoneKey, at: number | null, more: Partial<Milestone> = {}): Milestone {
  return { key, what: '', at, by: '', limit: null, reason: '', ...more }
}

function courseSteps({ incident: { course } }: ReviewFacts): readonly Milestone[] {
  const reachedUpTo = PHASES.indexOf(course.phase)
  return (['verifying', 'responding', 'ended', 'archived'] as const).flatMap((phase) => {
    const move = course.reached[phase]
    if (move) return [step(phase, hlcMs(move.by.hlc), { by: move.by.name })]
    return PHASES.indexOf(phase) < reachedUpTo ? [step(phase, null)] : []
  })
}

function responseSteps({ response }: ReviewFacts): readonly Milestone[] {
  if (!response) return []
  const runs = response.course.runs.flatMap((run) => [
    step('responseStarted', run.at, { by: run.authority.name }),
    ...(run.ended ? [step('responseEnded', run.ended.at, { by: run.ended.authority.name })] : []),
  ])
  const halfHours = responseClocks(response).map(({ dueAt, stoppedAt }) =>
    step('firstHalfHour', stoppedAt, {
      limit: { dueAt, rule: 'response.firstHalfHour' },
      reason: response.late.findLast((late) => late.dueAt === dueAt)?.reason ?? '',
    }),
  )
  return [...runs, ...halfHours]
}

function reportSteps({ parts, deadlines, had }: ReviewFacts): readonly Milestone[] {
  const reports = parts.flatMap((part) => part.reports)
  const late = parts.flatMap((part) => part.late)
  const told = parts.flatMap((part) => part.told)
  const whoAt = (at: number | null) =>
    asReached(reports, had)
      .flatMap(({ sendings }) => sendings)
      .find((sending) => sending.at === at)?.by.name ??
    told.find((one) => one.at === at && !one.voided)?.by.name ??
    ''
  const clocked = deadlines.map(({ clock, dueAt, rule, stoppedAt, report }) =>
    step(clock, stoppedAt, {
      what: report ? (reports.find(({ label }) => label.id === report)?.label.no ?? '') : '',
      by: whoAt(stoppedAt),
      limit: { dueAt, rule },
      reason: late.findLast((one) => one.clock === clock && one.dueAt === dueAt)?.reason ?? '',
    }),
  )
  const covered = new Set(deadlines.map(({ clock }) => clock))
  const keys = { first: 'sentFirst', followUp: 'sentFollowUp', final: 'sentFinal', verified: 'sentVerified' } as const
  const sent = reports.flatMap((report) => {
    const at = sentAt(report)
    const { kind, no } = report.label
    if (at === null) return []
    // The clock of the first report, and of the verified one, says when the county had it.
    const isCovered =
      (kind === 'first' && covered.has('firstWritten')) || (kind === 'verified' && covered.has('verified'))
    const arrivedAt = asReached([report], had).map(sentAt)[0] ?? null
    const waited = arrivedAt === null || arrivedAt - at >= ON_ITS_WAY_MS
    return [
      ...(isCovered && !waited ? [] : [step(keys[kind], at, { what: no, by: report.sendings[0]?.by.name ?? '' })]),
      ...(isCovered || !waited ? [] : [step('delivered', arrivedAt, { what: no })]),
    ]
  })
  return [...clocked, ...sent]
}

/** The first team that set out, and the first that was there. */
function teamSteps({ tasks, ring }: ReviewFacts): readonly Milestone[] {
  const valid = tasks.filter(({ voided }) => !voided)
  if (valid.length === 0) return []
  const first = (what: 'departed' | 'arrived') =>
    valid
      .flatMap((task) =>
        task.acts
          .filter(({ act, effect }) => act === what && effect !== 'none')
          .map(({ at, by }) => ({ at, by, who: taskValues(task).to?.name ?? '' })),
      )
      .toSorted((a, b) => a.at - b.at)[0]
  const [departed, arrived] = [first('departed'), first('arrived')]
  return [
    step('departed', departed?.at ?? null, { what: departed?.who ?? '', by: departed?.by ?? '' }),
    step('arrived', arrived?.at ?? null, { what: arrived?.who ?? '', by: arrived?.by ?? '', limit: ring }),
  ]
}

function evacuationSteps({ evacuations }: ReviewFacts): readonly Milestone[] {
  return evacuations.flatMap((evacuation) => {
    const village = evacuation.village?.name ?? ''
    const first = evacuation.orders.toSorted((a, b) => a.at - b.at)[0]
    const sum = rollUp(evacuation)
    if (sum.should.households === 0)
      return first ? [step('evacuationOrdered', first.at, { what: village, by: first.authority })] : []
    const open = sum.waiting.households + sum.refused.households + sum.missing.households
    const moved = Object.keys(evacuation.households).map((id) => markOfHousehold(evacuation, id)?.at ?? 0)
    return [
      ...(first ? [step('evacuationOrdered', first.at, { what: village, by: first.authority || first.by.name })] : []),
      step('evacuationDone', open === 0 ? Math.max(...moved) : null, { what: village }),
    ]
  })
}

/** Tasks that were not answered or not done in time: the others need no line of their own. */
function lateTasks({ tasks, now }: ReviewFacts): readonly Milestone[] {
  return tasks
    .filter(({ voided }) => !voided)
    .flatMap((task) =>
      taskClocks(task)
        .filter(({ clock, dueAt, stoppedAt }) => clock === 'due' && (stoppedAt ?? now) > dueAt)
        .map(({ clock, dueAt, stoppedAt }) =>
          step('task', stoppedAt, {
            what: [task.no, taskValues(task).title].filter(Boolean).join(' '),
            by: taskValues(task).to?.name ?? '',
            limit: { dueAt, rule: '' },
            reason: task.late.findLast((one) => one.clock === clock && one.dueAt === dueAt)?.reason ?? '',
          }),
        ),
    )
}
