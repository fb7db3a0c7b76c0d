import { formatAmount } from '../../../shared/domain/amountText.ts'
import { type LineFigure, times } from '../../../shared/domain/intake/claims.ts'
import type { Found, LineReading } from '../../../shared/domain/intake/readLine.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import { formatMoment } from '../../components/momentText.ts'
import { emptyForm, type IntakeForm, type IntakeLists } from './model.ts'

/** A field as the form names it; a figure is `figures.<field>`. */
export type FilledField = string

/** What the line says of the form's fields, in the form's own words, each with where it stands in the line. */
export type LineFill = Readonly<
  Record<FilledField, { readonly value: string; readonly evidence: readonly [number, number] }>
>

const MU_PER_HECTARE = 15
/** Figures of the line that the form has a field for; “大牲畜” are cattle and horses only. */
const FIGURES: readonly (readonly [LineFigure, string])[] = [
  ['dead', 'dead'],
  ['missing', 'missing'],
  ['trapped', 'trapped'],
  ['injured', 'injured'],
  ['evacuated', 'evacuated'],
  ['roomsCollapsed', 'collapsedRooms'],
  ['cropsMu', 'cropsAffected'],
  ['burnedHectares', 'burnedHectares'],
  ['livestock', 'livestockDead'],
]
const TEXTS = [
  'place',
  'callerName',
  'callerPhone',
  'callerPost',
  'at',
  'measures',
  'requests',
  'village',
  'type',
  'source',
]

/** The form's fields as the line fills them. */
export function fillOf(line: string, reading: LineReading, lists: IntakeLists, openedMs: number): LineFill {
  const { classification, villages } = lists
  const fill: Record<FilledField, LineFill[string]> = {}
  const put = (field: FilledField, value: string | undefined, found: Found<unknown> | undefined) => {
    if (value && found) fill[field] = { value, evidence: found.evidence }
  }
  const { village, type, source, at } = reading
  put('village', villages.find(({ name }) => name === village?.value)?.id, village)
  put('type', classification.types.find(({ key }) => key === type?.value)?.key, type)
  put('source', classification.sources.find(({ key }) => key === source?.value)?.key, source)
  put('at', at && formatMoment(at.value, openedMs), at)
  put('place', placeOf(reading), joined(joined(reading.unlisted, reading.group), reading.place))
  put('callerName', reading.caller?.value, reading.caller)
  put('callerPhone', reading.phone?.value, reading.phone)
  if (source && /villageCadre|gridOfficer|patrol/.test(source.value))
    put('callerPost', line.slice(...source.evidence), source)
  put('measures', reading.measures?.value, reading.measures)
  put('requests', reading.needs?.value, reading.needs)
  const known = new Set(classification.figures.map(({ key }) => key))
  for (const [said, field] of FIGURES) {
    const figure = reading.figures[said]
    if (figure && known.has(field)) put(`figures.${field}`, figureText(said, figure, line), figure)
  }
  return fill
}

function figureText(said: LineFigure, { value, evidence }: Found<Amount>, line: string): string | undefined {
  if (value === null) return '?'
  if (said === 'cropsMu') return formatAmount(times(value, 1 / MU_PER_HECTARE))
  if (
    said === 'livestock' &&
    (!/[牛马驴骡驼]/u.test(line.slice(...evidence)) || /[猪羊鸡鸭鹅]/u.test(line.slice(...evidence)))
  )
    return undefined
  return formatAmount(value)
}

function placeOf({ unlisted, group, place }: LineReading): string {
  return `${unlisted?.value ?? ''}${group?.value ?? ''}${place?.value ?? ''}`
}

function joined(a: Found<unknown> | undefined, b: Found<unknown> | undefined): Found<unknown> | undefined {
  if (!a || !b) return a ?? b
  return { value: null, evidence: [Math.min(a.evidence[0], b.evidence[0]), Math.max(a.evidence[1], b.evidence[1])] }
}

/** Figures heard that the form has no field for: they stay in the words. */
export function heardBesides(reading: LineReading, fill: LineFill): readonly (readonly [LineFigure, Found<Amount>])[] {
  const filled = FIGURES.filter(([, field]) => `figures.${field}` in fill).map(([said]) => said)
  return (Object.entries(reading.figures) as [LineFigure, Found<Amount>][]).filter(([said]) => !filled.includes(said))
}

/** The form as it is shown: the line fills what no hand has touched. */
export function withLine(form: IntakeForm, fill: LineFill): IntakeForm {
  const texts: Record<string, string> = {}
  const figures: Record<string, string> = { ...form.figures }
  for (const [field, { value }] of Object.entries(fill)) {
    if (isByHand(form, field)) continue
    if (field.startsWith('figures.')) figures[field.slice(8)] = value
    else texts[field] = value
  }
  return { ...form, ...texts, figures }
}

/** Typed or chosen by a person, emptied ones too: no line changes it any more. */
export function isByHand(form: IntakeForm, field: FilledField): boolean {
  if (form.hand.split(',').includes(field)) return true
  if (field.startsWith('figures.')) return (form.figures[field.slice(8)] ?? '') !== ''
  const key = TEXTS.find((one) => one === field) as keyof IntakeForm | undefined
  return key !== undefined && form[key] !== emptyForm(form.openedMs)[key]
}

/** A change made in the form, not in the line: its fields are by hand from now on. */
export function byHand(form: IntakeForm, shown: IntakeForm, change: Partial<IntakeForm>): Partial<IntakeForm> {
  const { figures } = change
  const fields = Object.keys(change).filter((field) => field !== 'figures' && field !== 'line')
  const changed = figures ? Object.keys(figures).filter((field) => figures[field] !== (shown.figures[field] ?? '')) : []
  const hand = new Set([...form.hand.split(','), ...fields, ...changed.map((field) => `figures.${field}`)])
  hand.delete('')
  return {
    ...change,
    hand: [...hand].join(','),
    ...(figures
      ? { figures: { ...form.figures, ...Object.fromEntries(changed.map((field) => [field, figures[field] ?? ''])) } }
      : {}),
  }
}

/** By field, the words of the line it stands on; of hand-made fields none. */
export function quotesOf(form: IntakeForm, fill: LineFill): Readonly<Record<FilledField, string>> {
  return Object.fromEntries(
    Object.entries(fill)
      .filter(([field]) => !isByHand(form, field))
      .map(([field, { evidence }]) => [field, form.line.slice(...evidence)]),
  )
}

/** A stretch of the line; `doubted`: another stretch says something else. */
export interface LinePiece {
  readonly text: string
  readonly mark: 'none' | 'filled' | 'doubted'
}

type Span = readonly [number, number]

/** The line in pieces, those that filled something marked. */
export function piecesOf(line: string, filled: readonly Span[], doubted: readonly Span[] = []): readonly LinePiece[] {
  const all = [...filled, ...doubted]
  const cuts = [...new Set([0, line.length, ...all.flat()])].filter((cut) => cut <= line.length).sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0
    const within = (spans: readonly Span[]) => spans.some(([a, b]) => a <= from && b >= to)
    return { text: line.slice(from, to), mark: within(doubted) ? 'doubted' : within(filled) ? 'filled' : 'none' }
  })
}

/** Of two statements that do not agree, the one the form goes by. */
export function heldOf({ village, figures }: LineReading, field: LineFigure | 'village'): Amount | string {
  return field === 'village' ? (village?.value ?? '') : (figures[field]?.value ?? null)
}
