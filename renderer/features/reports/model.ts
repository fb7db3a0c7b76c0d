import { z } from 'zod'
import { type ReportContent, type ReportKind, SECTIONS, type Section } from '../../../shared/domain/report/content.ts'
import { waitsForLink } from '../../../shared/domain/report/countyHad.ts'
import type { Route } from '../../../shared/domain/report/events.ts'
import type { ReportItem } from '../../../shared/domain/report/reportData.ts'
import type { Sending } from '../../../shared/domain/report/reporting.ts'
import type { RecipientOption, ReportClockLine, ReportView } from '../../../shared/ipc/reports.ts'
import type { Delivery, SyncState } from '../../../shared/ipc/sync.ts'
import type { Tone } from '../../components/StatusTag.tsx'

interface StatedReport extends Pick<ReportView, 'status' | 'held'> {
  readonly report: { readonly sendings: readonly Pick<Sending, 'recipients'>[] }
}

/** What stands on the list for one report: where it is on its way, the county's reading included. */
export type ReportState = ReportView['status'] | 'held' | 'heldUnsigned' | 'delivered' | 'read'

export function stateOf(
  { status, held, report: { sendings } }: StatedReport,
  delivery: Delivery | null | undefined,
): ReportState {
  if (status !== 'sent' && status !== 'sentUnsigned') return status
  if (delivery === 'read') return 'read'
  // What the county lost again waits like what it never had; what also went on paper is there.
  const isLost = delivery === 'redeliver' && sendings.slice(0, 1).every(waitsForLink)
  if ((held && delivery !== 'delivered') || isLost) return status === 'sent' ? 'held' : 'heldUnsigned'
  return status === 'sent' && delivery === 'delivered' ? 'delivered' : status
}

/** What is sent to these now waits here: the county gets it over a link alone, and none is there. */
export function waitsHere(
  sync: Pick<SyncState, 'state' | 'reason'> | undefined,
  sending: Parameters<typeof waitsForLink>[0],
): boolean {
  return sync !== undefined && sync.state !== 'online' && sync.reason !== 'notEnrolled' && waitsForLink(sending)
}

export const STATE_TONES: Readonly<Record<ReportState, Tone>> = {
  awaiting: 'warn',
  approved: 'info',
  held: 'warn',
  heldUnsigned: 'warn',
  sent: 'info',
  sentUnsigned: 'warn',
  delivered: 'info',
  read: 'good',
  withdrawn: 'mute',
}

/** How a clock stands now. */
export type ClockMood = 'running' | 'amber' | 'red' | 'late'

export function moodOf({ amberAt, dueAt, stoppedAt }: ReportClockLine, now: number): ClockMood {
  if (stoppedAt !== null) return 'late'
  if (now > dueAt) return 'red'
  return now >= amberAt ? 'amber' : 'running'
}

export const CLOCK_TONES: Readonly<Record<ClockMood, Tone>> = {
  running: 'info',
  amber: 'warn',
  red: 'bad',
  late: 'bad',
}

/** The form of a report as it is typed and kept as a draft. */
export interface ReportForm {
  readonly kind: ReportKind
  /** The report that is revised or corrected; '' for a new one. */
  readonly of: string
  readonly content: ReportContent
  /** What the desk put into what can be typed: where the content differs, a person typed. Drafts of older versions have none. */
  readonly filled?: Filled
}

type Filled = Pick<ReportContent, 'title' | 'receivedAt' | 'occurredAt' | 'sections'>

const NOTHING_FILLED: Filled = { title: '', receivedAt: null, occurredAt: null, sections: {} }
const FIELDS = ['title', 'receivedAt', 'occurredAt'] as const

const sectionOf = ({ sections }: Filled, section: Section) => sections[section] ?? ''

function typedFields({ content, filled = NOTHING_FILLED }: ReportForm) {
  return FIELDS.filter((field) => content[field] !== filled[field])
}

function typedSections({ content, filled = NOTHING_FILLED }: ReportForm): readonly Section[] {
  return SECTIONS.filter((section) => sectionOf(content, section) !== sectionOf(filled, section))
}

export function isTyped(form: ReportForm): boolean {
  return typedFields(form).length + typedSections(form).length > 0
}

/** The form as another kind of report: filled anew, but for what a person typed or emptied. */
export function turnedInto(form: ReportForm, kind: ReportKind, fresh: ReportContent): ReportForm {
  const { content, filled = NOTHING_FILLED } = form
  const [fields, sections] = [typedFields(form), typedSections(form)]
  const over = <Into extends Filled>(into: Into, from: Filled): Into => ({
    ...into,
    ...Object.fromEntries(fields.map((field) => [field, from[field]])),
    sections: sections.reduce((all, section) => setSection(all, section, sectionOf(from, section)), into.sections),
  })
  return { ...form, kind, content: over(fresh, content), filled: over(filledOf(fresh), filled) }
}

/** What the desk filled, of all a report says. */
export function filledOf({ title, receivedAt, occurredAt, sections }: ReportContent): Filled {
  return { title, receivedAt, occurredAt, sections }
}

/** Of what the form holds, that which belongs into this kind of report: parts typed under another kind stay out of the paper. */
export function contentToSend(content: ReportContent, items: readonly ReportItem[]): ReportContent {
  const sections = Object.fromEntries(
    Object.entries(content.sections).filter(([section]) => items.some((item) => item === section)),
  )
  return { ...content, sections }
}

function setSection(sections: ReportContent['sections'], section: Section, text: string): ReportContent['sections'] {
  const { [section]: _, ...others } = sections
  return text === '' ? others : { ...others, [section]: text }
}

export function withSection(content: ReportContent, section: Section, text: string): ReportContent {
  return { ...content, sections: setSection(content.sections, section, text) }
}

export function isSection(item: ReportItem): item is Section {
  return item !== 'receivedAt' && item !== 'occurredAt'
}

/** Items without content, in the order of the paper: what the completeness is made of. The desk counts the same way. */
export function missingItems(items: readonly ReportItem[], content: ReportContent): readonly ReportItem[] {
  return items.filter((item) =>
    isSection(item) ? (content.sections[item] ?? '').trim() === '' : content[item] === null,
  )
}

export function percentOf(items: readonly ReportItem[], content: ReportContent): number {
  const missing = missingItems(items, content).length
  return items.length === 0 ? 100 : Math.round(((items.length - missing) / items.length) * 100)
}

const keptForm = z.object({
  kind: z.enum(['first', 'followUp', 'final', 'verified']),
  of: z.string(),
  content: z.looseObject({
    title: z.string(),
    asOf: z.number(),
    receivedAt: z.number().nullable(),
    occurredAt: z.number().nullable(),
    sections: z.record(z.string(), z.string()),
    figures: z.record(z.string(), z.unknown()),
    level: z.string(),
  }),
  filled: z
    .object({
      title: z.string(),
      receivedAt: z.number().nullable(),
      occurredAt: z.number().nullable(),
      sections: z.record(z.string(), z.string()),
    })
    .optional(),
})

/** A draft as it was kept; null when another version of the program kept it in another shape. */
export function readForm(kept: unknown): ReportForm | null {
  const read = keptForm.safeParse(kept)
  return read.success ? (read.data as unknown as ReportForm) : null
}

/** One draft an incident; drafts have ids of small letters and digits. */
export function draftIdOf(incident: string): string {
  return `report0${incident.toLowerCase().replace(/[^a-z0-9]/g, '0')}`.slice(0, 40)
}

/** Where a report is to go, by recipient's key; '' is not at all. */
export type Chosen = Readonly<Record<string, Route | ''>>

export function chosenAtFirst(recipients: readonly RecipientOption[]): Chosen {
  return Object.fromEntries(recipients.map(({ key, usual }) => [key, usual ? 'system' : '']))
}

export function chosenRecipients(recipients: readonly RecipientOption[], chosen: Chosen) {
  return recipients.flatMap(({ key, name, tier }) => {
    const route = chosen[key]
    return route ? [{ to: { key, name, tier }, route }] : []
  })
}
