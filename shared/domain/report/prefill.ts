import type { IncidentFields } from '../incident/events.ts'
import type { BoardRow } from '../incident/figureBoard.ts'
import { isZero } from '../incident/figures.ts'
import type { ReportContent, ReportKind, Section } from './content.ts'
import { fill, type ReportItem, type ReportRulesFile, type ReportWords } from './reportData.ts'
import { figureWords, kindWord, officialMoment, shortMoment } from './words.ts'

/** A call as a report quotes it. */
export interface QuotedCall {
  readonly no: string
  readonly reportedAt: number
  readonly source: string
  readonly callerName: string
  readonly callerPost: string
  readonly measures: string
  readonly requests: string
}

export interface QuotedTask {
  readonly title: string
  readonly to: string
  readonly status: string
}

/** What has been entered already: a report is written from it, never typed a second time. */
export interface PrefillFacts {
  readonly kind: ReportKind
  readonly ordinal: number
  readonly now: number
  readonly fields: IncidentFields
  /** Name of the type's group, '' when not known. */
  readonly group: string
  readonly county: string
  readonly township: string
  /** In the order they came. */
  readonly calls: readonly QuotedCall[]
  readonly receivedAt: number
  readonly board: readonly BoardRow[]
  readonly tasks: readonly QuotedTask[]
  /** Leader on duty, '' when there is none. */
  readonly leader: string
  /** Who commands the response, with the post; '' when nobody does. */
  readonly commander: string
  /** Help asked of others that is still waited for. */
  readonly help: readonly string[]
  readonly endedAt: number | null
  readonly words: ReportWords
  readonly rules: Pick<ReportRulesFile, 'kinds'>
}

/** A draft from what is known. What nobody said is left empty, and shows as missing. */
export function prefillReport(facts: PrefillFacts): ReportContent {
  const { kind, ordinal, now, fields, words, board, receivedAt } = facts
  const { items } = facts.rules.kinds[kind]
  const sections = Object.fromEntries(
    items.flatMap((item) => {
      const text = isSection(item) ? writers[item](facts) : ''
      return text === '' ? [] : [[item, text]]
    }),
  )
  const figures = Object.fromEntries(
    board.flatMap(({ field, official }) =>
      official ? [[field, { value: official.value, source: official.source }]] : [],
    ),
  )
  return {
    title: fill(words.title, { incident: fields.title, kind: kindWord(kind, ordinal, words) }).slice(0, 200),
    asOf: now,
    receivedAt,
    occurredAt: fields.at,
    type: fields.type,
    level: fields.level,
    figures,
    sections,
  }
}

function isSection(item: ReportItem): item is Section {
  return item !== 'receivedAt' && item !== 'occurredAt'
}

const writers: Readonly<Record<Section, (facts: PrefillFacts) => string>> = {
  source: ({ calls: [first, ...more], words: { prefill } }) => {
    if (!first) return ''
    const { reportedAt, source, callerName: name, callerPost: post, no } = first
    const caller = name || post ? fill(prefill.caller, { name, post }) : ''
    return (
      fill(prefill.sourceCall, { at: officialMoment(reportedAt), source, caller, no }) +
      (more.length > 0 ? fill(prefill.moreCalls, { count: more.length }) : '')
    )
  },
  place: ({ county, township, fields: { village, place } }) =>
    village || place ? `${county}${township}${village?.name ?? ''}${place}` : '',
  nature: ({ group, fields: { type, level }, words: { prefill, levels } }) => {
    if (!type && level === 'undetermined') return ''
    const said = { group, type: type?.name ?? prefill.typeUnknown }
    const text =
      level === 'undetermined'
        ? fill(prefill.natureUngraded, said)
        : fill(prefill.nature, { ...said, level: levels[level] })
    return text.replace(/^，/, '')
  },
  scope: ({ fields }) => fields.scope,
  progress: ({ fields, calls, now, words: { prefill } }) => {
    const latest = calls.filter(({ measures }) => measures !== '').at(-1)
    return fields.trend || latest?.measures || fill(prefill.noChange, { at: shortMoment(now) })
  },
  losses: writeLosses,
  trend: ({ fields }) => fields.trend,
  leaders: ({ fields, leader, commander, words: { prefill } }) => {
    const commands = commander ? fill(prefill.commander, { name: commander }) : ''
    const leads = leader && !commander.endsWith(leader) ? fill(prefill.leader, { name: leader }) : ''
    return fields.leaders || `${commands}${leads}`
  },
  measures: writeMeasures,
  cause: () => '',
  outcome: ({ endedAt, words: { prefill } }) =>
    endedAt === null ? '' : fill(prefill.outcome, { at: officialMoment(endedAt) }),
  verification: ({ now, words: { prefill } }) => fill(prefill.verification, { at: officialMoment(now) }),
  aftermath: () => '',
  advice: ({ fields, calls, help, words: { prefill } }) => {
    const all = [...new Set([...help, ...calls.map((call) => call.requests).filter(Boolean)])]
    // 冲锋舟2艘 says more than 冲锋舟.
    const requests = all.filter((one) => !all.some((other) => other !== one && other.includes(one))).join('；')
    return fields.advice || (requests ? fill(prefill.requests, { requests: withoutStop(requests) }) : '')
  },
}

/** Official values, and what was said but nobody adopted beside them: never one in place of the other, never a sum. */
function writeLosses({ board, words, kind }: PrefillFacts): string {
  const { prefill } = words
  const official = board.flatMap(({ field, official: adopted }) =>
    adopted ? [figureWords(field, adopted.value, words)] : [],
  )
  const open = board.flatMap(({ field, official: adopted, claims: [newest] }) =>
    adopted || !newest || (newest.amount !== null && isZero(newest.amount))
      ? []
      : [fill(prefill.claim, { figure: figureWords(field, newest.amount, words), source: newest.source })],
  )
  if (official.length === 0 && open.length === 0) return kind === 'first' ? prefill.lossesNone : ''
  if (official.length === 0) return fill(prefill.lossesHeard, { figures: open.join('，') })
  return (
    fill(prefill.lossesOfficial, { figures: official.join('，') }) +
    (open.length > 0 ? fill(prefill.lossesUnverified, { figures: open.join('，') }) : '')
  )
}

/** 已经转移12户35人 and nothing else. */
const ONLY_MOVED =
  /^(?:目前|现在)?(?:已经|已|刚)?(?:安全|紧急)?(?:转移|疏散|撤离|安置)(?:了|出来)?(?:群众|村民)?[约近户人名余多来\d一二两三四五六七八九十百千]+$/u

function writeMeasures({ fields, calls, tasks, board, words: { prefill } }: PrefillFacts): string {
  // Once a figure is adopted, what each caller counted before it would contradict the paper's own 伤亡损失.
  const isSettled = board.some(({ field, official }) => field === 'evacuated' && official !== null)
  const heard = calls
    .map(({ measures }) => measures)
    .filter((one) => one !== '' && !(isSettled && ONLY_MOVED.test(withoutStop(one))))
  const said = fields.measures || [...new Set(heard)].join('；')
  const given = tasks.flatMap(({ title, to, status }) => {
    const word = (prefill.taskStatus as Readonly<Record<string, string>>)[status]
    return word === undefined ? [] : [fill(prefill.task, { to, title, status: word })]
  })
  return (
    (said ? `${withoutStop(said)}。` : '') + (given.length > 0 ? fill(prefill.tasks, { tasks: given.join('；') }) : '')
  )
}

function withoutStop(text: string): string {
  return text.replace(/[。；，\s]+$/u, '')
}
