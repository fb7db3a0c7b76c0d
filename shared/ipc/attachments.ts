import { z } from 'zod'
import type { AttachmentRules } from '../domain/attachment/rules.ts'
import { entityId, type IncidentRef, reason, shortText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { SavedDocument } from './documents.ts'

/** Most bytes of a file in one question of the page. */
export const PART_BYTES = 768 * 1024

/** Told when the exchange of files with the county has moved. */
export const TRANSFER_TOPIC = 'attachmentTransfer'

/** What the county holds of an attachment, as far as this console knows. */
export const COUNTY_HOLDS = ['nothing', 'thumb', 'original'] as const
export type CountyHolds = (typeof COUNTY_HOLDS)[number]

/** What keeps a wished transfer from moving. */
export const TRANSFER_WAITS = ['offline', 'click', 'budget', 'queue', 'county', 'disk', 'damaged', 'drill'] as const
export type TransferWait = (typeof TRANSFER_WAITS)[number]

/** A transfer of the original under way or wished for. */
export interface Transfer {
  readonly way: 'send' | 'fetch'
  /** Of the original, 0 to 100. */
  readonly percent: number
  /** A person asked for it. */
  readonly asked: boolean
  /** Null while it moves. */
  readonly waits: TransferWait | null
}

/** A photo or document of an incident. */
export interface AttachmentLine {
  readonly id: string
  readonly tips: readonly string[]
  readonly name: string
  /** '' and 0 while the event that added it has not arrived. */
  readonly mime: string
  readonly size: number
  /** ms since 1970. */
  readonly atMs: number
  readonly by: string
  /** Added at this console. */
  readonly own: boolean
  readonly incident: IncidentRef
  readonly withdrawn: { readonly reason: string; readonly by: string } | null
  /** What lies on this console. */
  readonly here: { readonly thumb: boolean; readonly original: boolean }
  readonly hasThumb: boolean
  readonly county: CountyHolds
  readonly transfer: Transfer | null
}

/** What sending or fetching an original now would take. */
export interface TransferEstimate {
  /** Link it would go over: its name or '' for the word of its kind; null when none is open. */
  readonly link: { readonly id: string; readonly kind: string; readonly name: string } | null
  /** Bytes on the wire, as they count against the budget. */
  readonly bytes: number
  readonly seconds: number
  /** What attachments may still use today; null: no limit. */
  readonly budgetLeft: number | null
  /** It costs nothing and goes by itself. */
  readonly free: boolean
}

const base64 = z.base64().max(Math.ceil((PART_BYTES * 4) / 3) + 8)
const upload = z.string().regex(/^[0-9a-f]{24}$/)
const one = z.object({ id: entityId })

export const attachmentChannels = {
  'attachment.rules': channel(z.null()).answers<AttachmentRules>(),
  /** Of an incident and of those merged into it, the oldest first. */
  'attachment.list': channel(z.object({ incident: entityId })).answers<readonly AttachmentLine[]>(),
  /** Begins to take a file in: its bytes follow part by part, then `finish`. Nothing is recorded before that. */
  'attachment.begin': channel(
    z.object({ incident: entityId, name: shortText, size: z.int().min(0), thumbSize: z.int().min(0) }),
  ).answers<{ readonly upload: string }>(),
  'attachment.part': channel(
    z.object({ upload, of: z.enum(['original', 'thumb']), at: z.int().min(0), base64 }),
  ).answers<null>(),
  'attachment.finish': channel(z.object({ upload })).answers<{ readonly id: string }>(),
  'attachment.cancel': channel(z.object({ upload })).answers<null>(),
  /** The small picture; null where there is none here. */
  'attachment.thumb': channel(one).answers<{ readonly base64: string } | null>(),
  /** Bytes of the original from a place on, at most PART_BYTES. Its hash was compared when `at` is 0. */
  'attachment.read': channel(z.object({ id: entityId, at: z.int().min(0) })).answers<{
    readonly base64: string
    readonly next: number | null
  }>(),
  'attachment.save': channel(one).answers<SavedDocument>(),
  'attachment.withdraw': channel(z.object({ id: entityId, base: versions, reason })).answers<null>(),
  'attachment.restore': channel(z.object({ id: entityId, base: versions, reason })).answers<null>(),
  'attachment.estimate': channel(one).answers<TransferEstimate>(),
  /** Sends the original now, or fetches it, whatever the link costs: a person has seen what it takes. */
  'attachment.move': channel(one).answers<null>(),
  /** Takes that wish back. */
  'attachment.stop': channel(one).answers<null>(),
} as const
export type AttachmentArgs<C extends keyof typeof attachmentChannels> = z.output<(typeof attachmentChannels)[C]['args']>
