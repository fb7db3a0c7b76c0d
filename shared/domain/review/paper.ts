import { z } from 'zod'
import { formatAmount } from '../amountText.ts'
import { beijingDay, beijingTime } from '../beijing.ts'
import type { DrilledIncident } from './events.ts'
import { type LinkRecord, recordWords, timelineRows } from './linkSpells.ts'
import { isGap, MILESTONES, type Milestone, marginOf } from './milestones.ts'
import type { ReviewPage } from './page.ts'

const words = z.string()

/** resources/documents/review.json: the fixed words of the paper, Chinese whatever language the screen has. */
export const reviewWordsFile = z.object({
  drill: words,
  title: words,
  titleDrill: words,
  number: words,
  facts: words,
  endedAt: words,
  running: words,
  sections: z.object({
    timeline: words,
    gaps: words,
    figures: words,
    people: words,
    interruptions: words,
    lessons: words,
  }),
  columns: z.object({
    timeline: z.array(words).length(6),
    figures: z.array(words).length(4),
    lessons: z.array(words).length(5),
  }),
  milestones: z.record(z.enum(MILESTONES), words),
  unreported: words,
  by: words,
  limit: words,
  limitPlain: words,
  kept: words,
  missed: words,
  reason: words,
  noReason: words,
  link: z.object({ none: words, satellite: words }),
  linkSpan: words,
  linkSpanGoesOn: words,
  linkLasted: words,
  linkRecorded: z.object({ all: words, part: words, none: words, allGood: words }),
  noGaps: words,
  gapSteps: words,
  gapFigures: words,
  noFigures: words,
  official: words,
  person: words,
  noInterruptions: words,
  interruption: z.object({ onBattery: words, onMains: words, cutOff: words }),
  noLessons: words,
  followUp: words,
  withdrawn: words,
  noTask: words,
  statuses: z.object({
    issued: words,
    received: words,
    departed: words,
    arrived: words,
    completed: words,
    verified: words,
    returned: words,
    cancelled: words,
    unknown: words,
  }),
  duration: z.object({ under: words, minutes: words, hours: words, hoursMinutes: words, daysHours: words }),
  comma: words,
  headCode: words,
  madeAt: words,
})
export type ReviewWords = z.infer<typeof reviewWordsFile>

export interface PaperTable {
  readonly titles: readonly string[]
  /** Percent of the width of the text. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** 复盘报告, ready to be set. */
export interface ReviewPaper {
  /** 演练, or ''. */
  readonly drill: string
  readonly title: string
  readonly number: string
  readonly facts: string
  readonly sections: readonly {
    readonly heading: string
    readonly texts: readonly string[]
    readonly table: PaperTable | null
  }[]
  readonly issuer: string
  readonly madeAt: string
  readonly headCode: string
}

export interface ReviewPaperFacts {
  readonly page: ReviewPage
  readonly words: ReviewWords
  readonly township: string
  readonly headCode: string
  /** Official name of a figure by its key. */
  figureName(field: string): string
}

export function reviewPaper({ page, words: w, township, headCode, figureName }: ReviewPaperFacts): ReviewPaper {
  const { incident, receivedAt, receivedBy, endedAt, now } = page
  const end =
    endedAt === null
      ? fill(w.running, { value: moment(now) })
      : fill(w.endedAt, { value: moment(endedAt), duration: duration(endedAt - receivedAt, w) })
  const section = (key: keyof ReviewWords['sections'], texts: readonly string[], table: PaperTable | null = null) => ({
    heading: w.sections[key],
    texts,
    table,
  })
  return {
    drill: page.drill ? w.drill : '',
    title: fill(page.drill ? w.titleDrill : w.title, { title: incident.title }),
    number: fill(w.number, { value: incident.no }),
    facts: fill(w.facts, { at: moment(receivedAt), by: receivedBy, end }),
    sections: [
      section('timeline', [w.linkRecorded[recordWords(page.links)]], timeline(page, w)),
      section('gaps', gaps(page, w, figureName)),
      figuresOf(page, w, figureName),
      section(
        'people',
        page.people.map(({ name, records, firstAt, lastAt }) =>
          fill(w.person, { name, records: String(records), first: moment(firstAt), last: moment(lastAt) }),
        ),
      ),
      section(
        'interruptions',
        page.interruptions.length === 0
          ? [w.noInterruptions]
          : page.interruptions.map(({ kind, at }) => fill(w.interruption[kind], { value: moment(at) })),
      ),
      lessonsOf(page, w),
    ],
    issuer: township,
    madeAt: fill(w.madeAt, { value: moment(now) }),
    headCode: fill(w.headCode, { value: headCode }),
  }

  function figuresOf(one: ReviewPage, texts: ReviewWords, nameOf: (field: string) => string) {
    const rows = one.figures.flatMap(({ field, claims, official }) =>
      claims.toReversed().map((claim) => {
        const mark = official?.claim === claim.id ? texts.official : ''
        return [nameOf(field), moment(claim.at), `${formatAmount(claim.amount)}${mark}`, claim.source]
      }),
    )
    if (rows.length === 0) return section('figures', [texts.noFigures])
    return section('figures', [], { titles: texts.columns.figures, shares: [26, 22, 20, 32], rows })
  }

  function lessonsOf(one: ReviewPage, texts: ReviewWords) {
    if (one.lessons.length === 0) return section('lessons', [texts.noLessons])
    const rows = one.lessons.map(({ happened, change, who, dueAt, task, withdrawn }) => [
      `${happened}${withdrawn ? texts.withdrawn : ''}`,
      change,
      who.name,
      moment(dueAt),
      task ? `${task.no} ${texts.statuses[task.status ?? 'unknown']}` : texts.noTask,
    ])
    return section('lessons', [], { titles: texts.columns.lessons, shares: [27, 27, 14, 15, 17], rows })
  }
}

function timeline({ lines, links, receivedAt, now }: ReviewPage, w: ReviewWords): PaperTable {
  let before: number | null = null
  const rows = timelineRows(lines, links).map((row) => {
    if (row.row === 'link') return linkCells(row.spell, w)
    const { line } = row
    const { at, what, by, key } = line
    const cells = [
      [w.milestones[key], what].filter(Boolean).join(' '),
      at === null ? (isGap(line, now) ? w.unreported : '') : `${moment(at)}${by ? fill(w.by, { value: by }) : ''}`,
      at === null ? '' : duration(at - receivedAt, w),
      at === null || before === null ? '' : duration(at - before, w),
      limitWords(line, w),
      resultWords(line, now, w),
    ]
    before = at ?? before
    return cells
  })
  return { titles: w.columns.timeline, shares: [18, 18, 11, 11, 24, 18], rows }
}

function linkCells({ way, from, until, goesOn }: LinkRecord['spells'][number], w: ReviewWords): readonly string[] {
  const span = fill(goesOn ? w.linkSpanGoesOn : w.linkSpan, { from: moment(from), until: moment(until) })
  return [w.link[way], span, '', '', '', fill(w.linkLasted, { value: duration(until - from, w) })]
}

function limitWords({ limit, source }: ReviewPage['lines'][number], w: ReviewWords): string {
  if (!limit) return ''
  return fill(source ? w.limit : w.limitPlain, { at: moment(limit.dueAt), source })
}

function resultWords(line: Milestone, now: number, w: ReviewWords): string {
  const margin = marginOf(line, now)
  if (margin === null) return ''
  if (margin >= 0) return fill(w.kept, { value: duration(margin, w) })
  const missed = fill(w.missed, { value: duration(-margin, w) })
  return `${missed}；${line.reason ? fill(w.reason, { value: line.reason }) : w.noReason}`
}

function gaps(page: ReviewPage, w: ReviewWords, figureName: (field: string) => string): readonly string[] {
  const steps = page.lines.filter((line) => isGap(line, page.now)).map(({ key, what }) => `${w.milestones[key]}${what}`)
  const figures = page.figures.filter(({ official }) => official === null).map(({ field }) => figureName(field))
  const found = [
    ...(steps.length > 0 ? [fill(w.gapSteps, { value: steps.join(w.comma) })] : []),
    ...(figures.length > 0 ? [fill(w.gapFigures, { value: figures.join(w.comma) })] : []),
  ]
  return found.length > 0 ? found : [w.noGaps]
}

function moment(ms: number): string {
  return `${beijingDay(ms).slice(5)} ${beijingTime(ms)}`
}

function duration(ms: number, { duration: d }: ReviewWords): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000)
  if (minutes < 1) return d.under
  if (minutes < 60) return fill(d.minutes, { m: String(minutes) })
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours >= 24) return fill(d.daysHours, { d: String(Math.floor(hours / 24)), h: String(hours % 24) })
  return fill(rest === 0 ? d.hours : d.hoursMinutes, { h: String(hours), m: String(rest) })
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** What a task says that follows from a lesson of a drill; a task holds 10,000 characters, the lesson itself has them all. */
export function sayFollowUpOf({ followUp }: ReviewWords, { name, no }: DrilledIncident, happened: string): string {
  return fill(followUp, { drill: name, no, happened }).slice(0, 10_000)
}
