import type { Organisation } from '../township/events.ts'
import type { ReportContent, ReportLabel } from './content.ts'
import { isFlash } from './events.ts'
import { fill, type ReportItem, type ReportRulesFile, type ReportWords } from './reportData.ts'
import type { Approval } from './reporting.ts'
import { chineseOrdinal, kindWord, officialDay, officialMoment } from './words.ts'

/** One paragraph: its heading (黑体, in the line) and its text (仿宋). */
export interface PaperPart {
  readonly heading: string
  readonly text: string
}

/** A report as official paper (GB/T 9704): all its words, in Chinese. Word, PDF and the page show the same. */
export interface Paper {
  /** 特急 or 加急. */
  readonly urgency: string
  /** 演练, or ''. */
  readonly drill: string
  readonly masthead: string
  readonly number: string
  readonly signer: string
  readonly title: string
  /** 主送 with its colon; '' when nobody was chosen yet. */
  readonly salutation: string
  readonly parts: readonly PaperPart[]
  readonly figureTitles: readonly string[]
  /** Table of figures; empty where the text says enough. */
  readonly figures: readonly { readonly name: string; readonly value: string; readonly source: string }[]
  readonly closing: string
  readonly contact: string
  readonly issuer: string
  readonly day: string
  readonly imprint: string
  readonly imprintAt: string
  readonly headCode: string
}

export interface PaperFacts {
  readonly label: ReportLabel
  readonly content: ReportContent
  readonly approval: Approval | null
  /** Names of 主送. */
  readonly recipients: readonly string[]
  /** When it left; null: not yet. */
  readonly sentAt: number | null
  readonly now: number
  readonly township: string
  readonly organisation: Organisation
  readonly contact: { readonly name: string; readonly phone: string }
  readonly headCode: string
  readonly drill: boolean
  readonly words: ReportWords
  readonly rules: Pick<ReportRulesFile, 'kinds'>
}

export function composePaper(facts: PaperFacts): Paper {
  const { label, content, approval, words, township, recipients, contact, headCode } = facts
  const at = facts.sentAt ?? facts.now
  const last = label.kind === 'final' || label.kind === 'verified'
  return {
    urgency: isFlash(content) ? words.urgency.flash : words.urgency.command,
    drill: facts.drill ? words.drill : '',
    masthead: `${township}${words.masthead}`,
    number: fill(words.number, { no: label.no }),
    signer: fill(words.signer[approval?.how.how ?? 'none'], { name: approval?.person.name ?? '' }),
    title: content.title,
    salutation: recipients.length > 0 ? fill(words.salutation, { names: recipients.join('、') }) : '',
    parts: partsOf(facts),
    figureTitles: words.figureTitles,
    figures: last ? figureRows(content, words) : [],
    closing: last ? words.closingLast : words.closing,
    contact: contact.phone ? fill(words.contact, contact) : fill(words.contactNoPhone, contact),
    issuer: `${township}${words.issuer[facts.organisation]}`,
    day: officialDay(at),
    imprint: fill(words.imprint, { office: fill(words.office, { township }) }),
    imprintAt: fill(words.imprintAt, { at: officialMoment(at) }),
    headCode: headCode ? fill(words.headCode, { code: headCode }) : '',
  }
}

/** 一、信息来源。… in the order the rules give; a part nobody wrote is left out. */
function partsOf({ label, content, words, rules }: PaperFacts): readonly PaperPart[] {
  const said = rules.kinds[label.kind].items.flatMap((item) => {
    const text = textOf(item, content, words)
    return text === '' ? [] : [{ name: nameOf(item, words), text }]
  })
  return said.map(({ name, text }, index) => ({ heading: `${chineseOrdinal(index + 1)}、${name}。`, text }))
}

function nameOf(item: ReportItem, { times, sections }: ReportWords): string {
  return item === 'receivedAt' || item === 'occurredAt' ? times[item] : sections[item]
}

function textOf(item: ReportItem, content: ReportContent, { times }: ReportWords): string {
  if (item !== 'receivedAt' && item !== 'occurredAt') return asSentence(content.sections[item]?.trim() ?? '')
  const at = content[item]
  return at === null ? `${times.unknown}。` : `${officialMoment(at)}。`
}

/** A paper's part ends with its full stop, whether or not somebody typed it. */
function asSentence(text: string): string {
  return text === '' || /[。！？；：…”.!?]$/u.test(text) ? text : `${text}。`
}

function figureRows({ figures }: ReportContent, words: ReportWords): Paper['figures'] {
  const order = Object.keys(words.figures)
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return Object.entries(figures)
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([field, { value, source }]) => {
      const [name, unit] = words.figures[field] ?? [field, '']
      const amount =
        value === null
          ? words.times.unknown
          : 'n' in value
            ? fill(words.amount.n, { n: value.n })
            : 'about' in value
              ? fill(words.amount.about, { n: value.about })
              : fill(words.amount.range, value)
      return { name: unit ? `${name}（${unit}）` : name, value: amount, source }
    })
}

/** 首报 0714-A01 李家湾村…: a file name without what file systems refuse. */
export function paperFileName({ kind, ordinal, no }: ReportLabel, title: string, words: ReportWords): string {
  return `${kindWord(kind, ordinal, words)} ${no} ${title}`.slice(0, 100)
}
