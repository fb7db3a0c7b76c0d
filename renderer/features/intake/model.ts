import { parseAmount } from '../../../shared/domain/amountText.ts'
import { type Classification, termOf } from '../../../shared/domain/classification.ts'
import { aboutOf, type Term } from '../../../shared/domain/incident/labels.ts'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import { LEVELS } from '../../../shared/domain/incident/levels.ts'
import type { Amount, VillageRef } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { parseWhen } from './when.ts'

/** The intake form as typed: plain text, so that a draft of it is kept and comes back exactly. */
export interface IntakeForm {
  /** When F2 was pressed, ms: 接报时间 unless another is typed. */
  readonly openedMs: number
  /** Key of a source, or what was typed instead of one. */
  readonly source: string
  readonly callerName: string
  readonly callerPhone: string
  readonly callerPost: string
  readonly reportedAt: string
  readonly at: string
  /** Id of a village, '' when none. */
  readonly village: string
  readonly place: string
  /** Key of a type, '' when not known. */
  readonly type: string
  readonly level: Level
  /** As typed, by field. */
  readonly figures: Readonly<Record<string, string>>
  readonly description: string
  readonly measures: string
  readonly requests: string
  /** '' takes the proposed one. */
  readonly title: string
  readonly claimedName: string
  /** What the caller said, in one line; it fills what no hand has touched. */
  readonly line: string
  /** Fields made by hand, with commas between: see lineFill. */
  readonly hand: string
}

export type TextField = { [F in keyof IntakeForm]: IntakeForm[F] extends string ? F : never }[keyof IntakeForm]

export function emptyForm(openedMs: number, claimedName = ''): IntakeForm {
  return {
    openedMs,
    source: 'publicCall',
    callerName: '',
    callerPhone: '',
    callerPost: '',
    reportedAt: '',
    at: '',
    village: '',
    place: '',
    type: '',
    level: 'undetermined',
    figures: {},
    description: '',
    measures: '',
    requests: '',
    title: '',
    claimedName,
    line: '',
    hand: '',
  }
}

/** Whether anything was typed that would be missed. */
export function isEmpty(form: IntakeForm): boolean {
  const { openedMs: _opened, claimedName: _name, source: _source, hand: _hand, figures, level, ...texts } = form
  return (
    level === 'undetermined' &&
    Object.values(texts).every((text) => text.trim() === '') &&
    Object.values(figures).every((text) => text.trim() === '')
  )
}

/** Nobody lets a telephone ring so long before the first key. */
const WAITED_MS = 60_000

/** The form after a key. One that stood open and empty is about a call that comes now, not about the moment it was opened. */
export function keyed(form: IntakeForm, change: Partial<IntakeForm>, now: number): IntakeForm {
  const openedMs = isEmpty(form) && now - form.openedMs >= WAITED_MS ? now : form.openedMs
  return { ...form, openedMs, ...change }
}

/** The form a draft was kept from; what is missing or of another kind is left empty. */
export function formOfDraft(body: Readonly<Record<string, unknown>>, begunMs: number): IntakeForm {
  const empty = emptyForm(typeof body.openedMs === 'number' ? body.openedMs : begunMs)
  const texts = Object.entries(empty).map(([field, value]) => {
    const kept = body[field]
    return [field, typeof value === 'string' && typeof kept === 'string' ? kept : value] as const
  })
  const figures = typeof body.figures === 'object' && body.figures !== null ? Object.entries(body.figures) : []
  return {
    ...empty,
    ...Object.fromEntries(texts),
    level: LEVELS.find((level) => level === body.level) ?? empty.level,
    figures: Object.fromEntries(figures.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  }
}

/** What the pickers offer. */
export interface IntakeLists {
  readonly classification: Classification
  readonly villages: readonly VillageRef[]
}

/** Fields with what is wrong about them: keys below `intake:problem`. Figures as `figures.<field>`. */
export type Problems = Readonly<Record<string, string>>

type Call = ArgsOf<'intake.record'>['call']
export type Read =
  | { readonly ok: true; readonly call: Call; readonly title: string; readonly claimedName: string }
  | { readonly ok: false; readonly problems: Problems }

/** Clocks of a caller and of this room may differ so much; what is later is a slip of the hand. */
const CLOCKS_DIFFER_MS = 10 * 60_000

/** 接报时间 as the form stands, ms; null while what is typed is no time. */
export function reportedAtOf({ reportedAt, openedMs }: Pick<IntakeForm, 'reportedAt' | 'openedMs'>, now: number) {
  return reportedAt.trim() === '' ? openedMs : parseWhen(reportedAt, now)
}

/** Reads the form; `title` is '' when nothing but figures was said. `unsigned`: nobody is signed in, so a name is needed. */
export function readForm(form: IntakeForm, lists: IntakeLists, now: number, unsigned: boolean): Read {
  const reportedAt = reportedAtOf(form, now)
  const at = form.at.trim() === '' ? null : parseWhen(form.at, now)
  const figures = readFigures(form.figures)
  const problems: Record<string, string> = { ...figures.problems }
  if (reportedAt === null) problems.reportedAt = 'time'
  if (at === null && form.at.trim() !== '') problems.at = 'time'
  if (at !== null && at > now + CLOCKS_DIFFER_MS) problems.at = 'future'
  if (reportedAt !== null && reportedAt > now + CLOCKS_DIFFER_MS) problems.reportedAt = 'future'
  if (form.source.trim() === '') problems.source = 'source'
  if (unsigned && form.claimedName.trim() === '') problems.claimedName = 'name'
  if (saysNothing(form)) problems.description = 'nothing'
  if (reportedAt === null || Object.keys(problems).length > 0) return { ok: false, problems }
  const { classification, villages } = lists
  const type = classification.types.find(({ key }) => key === form.type)
  const village = villages.find(({ id }) => id === form.village)
  const call: Call = {
    reportedAt,
    source: sourceOf(form.source, classification),
    level: form.level,
    figures: figures.figures,
    ...(at === null ? {} : { at }),
    ...(village ? { village } : {}),
    ...(type ? { type: termOf(type) } : {}),
    ...texts({ ...form, description: wordsOf(form) }, 'place', 'description', 'measures', 'requests'),
    ...callerOf(form),
  }
  return { ok: true, call, title: form.title.trim() || proposeTitle(form, lists), claimedName: form.claimedName.trim() }
}

/** A name for the incident from what is known of it: 李家湾村后山山体滑坡. */
export function proposeTitle(form: IntakeForm, { classification, villages }: IntakeLists): string {
  const about = aboutOf({
    village: villages.find(({ id }) => id === form.village) ?? null,
    place: form.place.trim(),
    type: termIn(form.type, classification),
  })
  return (about || wordsOf(form).slice(0, 30) || form.requests.trim().slice(0, 30)).slice(0, 200)
}

/** The line as it was said, and below it what was typed besides: the record keeps the original words. */
function wordsOf({ line, description }: IntakeForm): string {
  return [line.trim(), description.trim()].filter(Boolean).join('\n')
}

function termIn(key: string, { types }: Classification): Term | null {
  const type = types.find((one) => one.key === key)
  return type ? termOf(type) : null
}

/** A source nobody listed is kept in the words that were typed. */
function sourceOf(typed: string, { sources }: Classification): Term {
  const known = sources.find(({ key }) => key === typed)
  return known ? termOf(known) : { key: 'other', name: typed.trim() }
}

function saysNothing({ village, place, type, line, description, measures, requests, figures }: IntakeForm): boolean {
  const said = [village, place, type, line, description, measures, requests, ...Object.values(figures)]
  return said.every((text) => text.trim() === '')
}

function readFigures(typed: IntakeForm['figures']) {
  const figures: Record<string, Amount> = {}
  const problems: Record<string, string> = {}
  for (const [field, text] of Object.entries(typed)) {
    if (text.trim() === '') continue
    const amount = parseAmount(text)
    if (amount === undefined) problems[`figures.${field}`] = 'figure'
    else figures[field] = amount
  }
  return { figures, problems }
}

function texts<F extends TextField>(form: IntakeForm, ...fields: readonly F[]): Partial<Record<F, string>> {
  const given = fields.map((field) => [field, String(form[field]).trim()] as const).filter(([, text]) => text !== '')
  return Object.fromEntries(given) as Partial<Record<F, string>>
}

function callerOf({ callerName, callerPhone, callerPost }: IntakeForm): Pick<Call, 'caller'> {
  const parts = { name: callerName.trim(), phone: callerPhone.trim(), post: callerPost.trim() }
  const given = Object.entries(parts).filter(([, text]) => text !== '')
  return given.length > 0 ? { caller: Object.fromEntries(given) } : {}
}
