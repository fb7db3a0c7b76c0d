import type { ReportContent, ReportLabel } from './content.ts'
import { fill, type ReportWords } from './reportData.ts'
import type { Telling } from './reporting.ts'
import { figureWords, kindWord, officialMoment, shortMoment } from './words.ts'

/** A Chinese text message holds 70 characters; a longer one is cut into pieces of 67 (GSM 03.40, UCS-2). */
const ONE_MESSAGE = 70
const PIECE = 67
/** Longer than this nobody reads on a telephone: parts are left out, and it says where the whole is. */
export const MOST_MESSAGES = 3

export interface ShortMessage {
  readonly text: string
  readonly characters: number
  readonly messages: number
  /** Something was left out; the text says so. */
  readonly shortened: boolean
}

export interface TextFacts {
  readonly label: ReportLabel
  readonly content: ReportContent
  readonly township: string
  readonly officer: string
  readonly phone: string
  readonly drill: boolean
  readonly words: ReportWords
}

/** How many messages a text takes. A character outside the basic plane counts as two. */
export function messagesFor(text: string): number {
  return text.length <= ONE_MESSAGE ? 1 : Math.ceil(text.length / PIECE)
}

/** The report as a text message. What does not fit goes in this order: what is asked for, what was done, which figures; the message then says so. */
export function smsOf(facts: TextFacts): ShortMessage {
  const { content, label, words } = facts
  const { texts } = words
  const said = Object.entries(content.figures).map(([field, { value }]) => figureWords(field, value, words))
  const figures = (count: number) => (count > 0 ? `${said.slice(0, count).join('，')}。` : '')
  const part = (template: string, text: string | undefined) =>
    text?.trim() ? fill(template, { text: text.trim().replace(/。?$/u, '。') }) : ''
  const full = {
    measures: part(texts.smsMeasures, content.sections.measures),
    advice: part(texts.smsAdvice, content.sections.advice),
    figures: figures(said.length),
  }
  const more = fill(texts.smsMore, { no: label.no })
  const tries = [
    full,
    { ...full, advice: more },
    { ...full, advice: more, measures: '' },
    ...said.map((_, index) => ({ figures: figures(said.length - index - 1), measures: '', advice: more })),
  ]
  const texted = tries.map((parts) => fillSms(facts, parts))
  const at = texted.findIndex((text) => messagesFor(text) <= MOST_MESSAGES)
  const text = texted[at === -1 ? texted.length - 1 : at] ?? ''
  return { text, characters: text.length, messages: messagesFor(text), shortened: at !== 0 }
}

function fillSms(
  { label, content, words, township, officer, phone, drill }: TextFacts,
  parts: Readonly<Record<'measures' | 'advice' | 'figures', string>>,
): string {
  const { texts } = words
  const when = content.occurredAt ?? content.receivedAt
  return fill(texts.sms, {
    township,
    drill: drill ? texts.drill : '',
    kind: kindWord(label.kind, label.ordinal, words),
    when: when === null ? '' : fill(texts.smsWhen, { at: shortMoment(when) }),
    place: content.sections.place ?? '',
    type: `${content.type?.name ?? ''}。`,
    name: officer,
    phone,
    ...parts,
  })
}

/** 应急广播: short sentences, said twice. */
export function broadcastOf({ content, words, township, phone, drill }: TextFacts): string {
  const { texts } = words
  const place = content.sections.place ?? ''
  const type = content.type?.name ?? ''
  const once = texts.broadcast.flatMap((line) => {
    if (line.includes('{place}') && (place === '' || type === '')) return []
    if (line.includes('{phone}') && phone === '') return [texts.broadcastNoPhone]
    return [fill(line, { township, place, type, phone, drill: drill ? texts.drill : '' })]
  })
  return [...once, texts.broadcastAgain, ...once].join('\n')
}

/** 电话记录: one block of lines for each word that was passed on, as the record of it is filed. */
export function phoneLogOf(told: readonly Telling[], words: ReportWords['phoneLog']): string {
  return told
    .filter(({ voided }) => !voided)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, to, person, phone, route, text, saidBy, report }) =>
      [
        fill(words.at, { at: officialMoment(at) }),
        fill(words.to, { to: to.name, person, phone }),
        fill(words.route, { route: words.routes[route] }),
        ...(report ? [fill(words.report, { title: report.title, no: report.no })] : []),
        fill(words.text, { text: text || words.none }),
        fill(words.by, { by: saidBy }),
      ].join('\n'),
    )
    .join('\n\n')
}
