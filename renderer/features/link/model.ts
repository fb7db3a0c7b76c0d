import type { TFunction } from 'i18next'
import { LINK_KINDS, type LinkKind, type LinkNow, type LinkSettings } from '../../../shared/ipc/links.ts'
import { sayDuration } from '../../components/duration.ts'
import type { Tone } from '../../components/StatusTag.tsx'

/** Tone of a link's state: an outage is a normal state, amber at most; a link at rest is grey. */
export function linkTone({ state, reason }: Pick<LinkNow, 'state' | 'reason'>): Tone {
  if (state === 'up') return 'good'
  if (state === 'degraded') return 'warn'
  if (state === 'probing' || state === 'draining') return 'info'
  return reason === 'standby' || reason === 'forbidden' || reason === 'notEnrolled' ? 'mute' : 'warn'
}

/** Bytes as people read them: 812 B, 12.3 KB, 4.0 MB. */
export function sayBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} KB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

/** A bit rate as people read it: 9.6 kbit/s, 10 Mbit/s. */
export function sayRate(bitRate: number): string {
  const short = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1))
  return bitRate < 1_000_000 ? `${short(bitRate / 1_000)} kbit/s` : `${short(bitRate / 1_000_000)} Mbit/s`
}

/** How long what waits takes, in plain words, or that the link may not carry it. */
export function saySeconds(seconds: number | null, t: TFunction): string {
  if (seconds === null) return t('link:notHere')
  if (seconds === 0) return t('link:nothing')
  if (seconds < 60) return t('link:seconds', { count: Math.max(1, Math.ceil(seconds)) })
  return t('link:about', { duration: sayDuration(seconds * 1_000, t) })
}

/** A link in its form: everything as typed. */
export interface LinkForm {
  readonly kind: LinkKind
  readonly name: string
  readonly url: string
  readonly card: string
  /** kbit/s. */
  readonly rate: string
  readonly billing: LinkSettings['billing']
  /** MB a day; '' for no limit. */
  readonly budget: string
  readonly laneFloor: '0' | '1' | '2'
}

/** What a kind of link usually is, for a new one. */
const USUAL: Readonly<Record<LinkKind, Pick<LinkForm, 'rate' | 'billing' | 'laneFloor'>>> = {
  broadband: { rate: '10000', billing: 'free', laneFloor: '2' },
  mobile: { rate: '2000', billing: 'byte', laneFloor: '2' },
  lan: { rate: '100000', billing: 'free', laneFloor: '2' },
  satellite: { rate: '64', billing: 'byte', laneFloor: '2' },
}

export function emptyForm(kind: LinkKind, url: string): LinkForm {
  return { kind, name: '', url, card: '', budget: '', ...USUAL[kind] }
}

/** Another kind was chosen: what nobody changed follows it. */
export function changeKind(form: LinkForm, kind: LinkKind): LinkForm {
  const before = USUAL[form.kind]
  const untouched = form.rate === before.rate && form.billing === before.billing
  return { ...form, kind, ...(untouched ? USUAL[kind] : {}) }
}

export function formOf({ kind, name, url, card, bitRate, billing, budgetBytes, laneFloor }: LinkSettings): LinkForm {
  return {
    kind,
    name,
    url,
    card: card ?? '',
    rate: String(bitRate / 1_000),
    billing,
    budget: budgetBytes === null ? '' : String(budgetBytes / 1_000_000),
    laneFloor: `${laneFloor}`,
  }
}

export type FormField = 'url' | 'card' | 'rate' | 'budget'

/** Fields that cannot be taken as they are. */
export function problemsOf(form: LinkForm): readonly FormField[] {
  const problems: FormField[] = []
  if (form.url.trim() === '') problems.push('url')
  if (!/^[^\s/]{0,40}$/.test(form.card.trim())) problems.push('card')
  if (!within(form.rate, 0.3, 10_000_000)) problems.push('rate')
  if (form.budget.trim() !== '' && !within(form.budget, 0.001, 1_000_000)) problems.push('budget')
  return problems
}

/** The link a form means; call it only without problems. */
export function settingsOf(form: LinkForm, id: string, mode: LinkSettings['mode']): LinkSettings {
  const card = form.card.trim()
  const budget = form.budget.trim()
  return {
    id,
    kind: form.kind,
    name: form.name.trim(),
    url: form.url.trim(),
    card: card === '' ? null : card,
    bitRate: Math.round(Number(form.rate) * 1_000),
    billing: form.billing,
    budgetBytes: budget === '' ? null : Math.round(Number(budget) * 1_000_000),
    laneFloor: Number(form.laneFloor) as 0 | 1 | 2,
    mode,
  }
}

/** An id no link has yet: the kind, then with a number. */
export function freeId(kind: LinkKind, links: readonly Pick<LinkSettings, 'id'>[]): string {
  const taken = new Set(links.map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? kind : `${kind}-${number}`
    if (!taken.has(id)) return id
  }
}

/** One place further to the front. */
export function moveForward<T>(list: readonly T[], index: number): readonly T[] {
  const [item, before] = [list[index], list[index - 1]]
  if (item === undefined || before === undefined) return list
  return list.with(index - 1, item).with(index, before)
}

export const KINDS = LINK_KINDS

function within(text: string, least: number, most: number): boolean {
  const value = Number(text)
  return /^\s*\d+(\.\d+)?\s*$/.test(text) && value >= least && value <= most
}
