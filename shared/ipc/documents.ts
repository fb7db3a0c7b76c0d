import { z } from 'zod'
import { channel } from './channel.ts'

/** Where a document went. `download`: the host has no save dialog (browser), so the page hands the bytes to the person. */
export type SavedDocument =
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'download'; readonly fileName: string; readonly mime: string; readonly base64: string }
  | { readonly state: 'cancelled' }

/** What every paper that leaves the desk says of itself. */
export interface DocumentStamp {
  /** Short head code of this console's log. */
  readonly headCode: string
  /** Name of the township, '' before it is set up. */
  readonly township: string
  readonly atMs: number
  /** Made in a drill: the paper says so. */
  readonly drill: boolean
}

export const tableCell = z.union([z.string(), z.number(), z.null()])
export type TableCell = z.infer<typeof tableCell>
export const tableRows = z.array(z.array(tableCell))

/** A table for Excel. Strings stay text (a phone number is never a number); numbers are numbers; null is an empty cell. */
export const exportTable = z.object({
  title: z.string().trim().min(1).max(200),
  /** Lines below the title: township, when it was exported, head code. */
  lines: z.array(z.string().max(1_000)).max(10),
  /** Without a folder; `.xlsx` is added. */
  fileName: z.string().trim().min(1).max(120),
  /** `width` in characters; found from the content when absent. */
  columns: z
    .array(z.object({ title: z.string().max(200), width: z.number().min(2).max(100).optional() }))
    .min(1)
    .max(200),
  /** JSON text of TableCell[][]: it goes to the worker thread as it is, so that a long table never blocks the desk. */
  rows: z.string(),
})
export type ExportTable = z.infer<typeof exportTable>

export const documentsChannels = {
  'documents.stamp': channel(z.null()).answers<DocumentStamp>(),
  'documents.exportTable': channel(exportTable).answers<SavedDocument>(),
  /** The sheet the page has put up for printing, as a PDF file. Refused with documents.noPdf where the host cannot. */
  'documents.savePdf': channel(z.object({ fileName: z.string().trim().min(1).max(120) })).answers<SavedDocument>(),
} as const
