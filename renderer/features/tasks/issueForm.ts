import { z } from 'zod'
import { type Recipient, recipient } from '../../../shared/domain/task/events.ts'
import { type Urgency, urgency } from '../../../shared/domain/urgency.ts'
import { type IncidentRef, type Means, means } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { draftReader } from '../../components/draftReader.ts'

/** The form of a new task, as it is typed and kept as a draft. */
export interface IssueForm {
  readonly title: string
  readonly to: readonly Recipient[]
  readonly detail: string
  readonly means: Means
  readonly urgency: Urgency
  /** When it was said; null: at the moment of saving. */
  readonly at: number | null
  /** How the deadline was chosen: minutes from then, a time of day, or none. */
  readonly due: { readonly minutes: number } | { readonly at: number } | null
  readonly authority: string
  /** The recipient said 收到 at once. */
  readonly received: boolean
}

/** What the form starts from: an incident it belongs to, an order it is made from. */
export interface IssueContext {
  readonly incident?: IncidentRef | undefined
  readonly order?: { readonly id: string; readonly no: string; readonly title: string } | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
  readonly urgency?: Urgency | undefined
  /** Small letters and digits: its draft is another than that of the incident itself. */
  readonly draftKey?: string | undefined
}

export function emptyForm({ title = '', detail = '', urgency = 'ordinary' }: IssueContext): IssueForm {
  return {
    title: title.slice(0, 200),
    to: [],
    detail,
    means: 'phone',
    urgency,
    at: null,
    due: null,
    authority: '',
    received: false,
  }
}

export type IssueProblem = 'title' | 'to'

/** What is missing before it can be given, the first field first. */
export function problemsOf({ title, to }: IssueForm): readonly IssueProblem[] {
  return [...(title.trim() === '' ? (['title'] as const) : []), ...(to.length === 0 ? (['to'] as const) : [])]
}

export function isUntouched(form: IssueForm, context: IssueContext): boolean {
  return JSON.stringify(form) === JSON.stringify(emptyForm(context))
}

/** The instant the deadline falls on, from the moment the task is said. */
export function dueOf({ due }: Pick<IssueForm, 'due'>, at: number): number | null {
  if (due === null) return null
  return 'minutes' in due ? at + due.minutes * 60_000 : due.at
}

export function issueArgs(form: IssueForm, { incident, order }: IssueContext, now: number): ArgsOf<'task.issue'> {
  const at = form.at ?? now
  return {
    title: form.title.trim(),
    detail: form.detail.trim(),
    to: [...form.to],
    at,
    means: form.means,
    dueAt: dueOf(form, at),
    urgency: form.urgency,
    ...(form.authority.trim() ? { authority: form.authority.trim() } : {}),
    ...(incident ? { incident } : {}),
    ...(order ? { order } : {}),
    ...(form.received ? { receivedBy: '' } : {}),
  }
}

const formShape = z.object({
  title: z.string(),
  to: z.array(recipient),
  detail: z.string(),
  means,
  urgency,
  at: z.number().nullable(),
  due: z.union([z.object({ minutes: z.number() }), z.object({ at: z.number() })]).nullable(),
  authority: z.string(),
  received: z.boolean(),
})

/** The form as it was kept, or null when it was kept by a version with another form. */
export const readDraft: (kept: unknown) => IssueForm | null = draftReader(formShape)

/** One draft for each thing a task can be given from, and one for a task of its own. Drafts have ids of small letters and digits. */
export function draftIdOf({ incident, order, draftKey = '' }: IssueContext): string {
  const from = (order ?? incident)?.id ?? 'free'
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '0')
  // The random end of an id tells it from others; what the draft is for has to fit beside it.
  if (draftKey) return `task0${plain(draftKey).slice(0, 18)}0${plain(from).slice(-16)}`
  return `task0${plain(from)}`.slice(0, 40).padEnd(8, '0')
}
