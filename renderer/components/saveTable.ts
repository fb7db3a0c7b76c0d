import type { TFunction } from 'i18next'
import { beijingDay, beijingTime } from '../../shared/domain/beijing.ts'
import type { DocumentStamp, SavedDocument, TableCell } from '../../shared/ipc/documents.ts'
import { call } from '../call.ts'

export interface Table {
  /** Title row and name of the sheet. */
  readonly title: string
  /** Without folder and extension; the title and day when absent. */
  readonly fileName?: string
  /** `width` in characters; found from the content when absent. */
  readonly columns: readonly { readonly title: string; readonly width?: number }[]
  /** Strings stay text, numbers are numbers, null is an empty cell. */
  readonly rows: readonly (readonly TableCell[])[]
  /** Further lines below the title, such as the filter in use. */
  readonly lines?: readonly string[]
}

/** Where it went: a path, a download of the browser, or nowhere because the person gave up. */
export type Saved =
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'downloaded'; readonly fileName: string }
  | { readonly state: 'cancelled' }

/** Saves what a ledger shows as an Excel file with township, time and head code on it. @throws {DeskError} documents.* */
export async function saveTable(t: TFunction, table: Table): Promise<Saved> {
  const stamp = await call('documents.stamp', null)
  const title = stamp.drill ? t('documents:drillTitle', { title: table.title }) : table.title
  const fileName = table.fileName ?? `${table.title} ${beijingDay(stamp.atMs)}`
  const saved = await call('documents.exportTable', {
    title,
    lines: [stampLine(t, stamp), ...(table.lines ?? [])],
    fileName: stamp.drill ? t('documents:drillTitle', { title: fileName }) : fileName,
    columns: table.columns.map(({ title, width }) => (width === undefined ? { title } : { title, width })),
    rows: JSON.stringify(table.rows),
  })
  return handOver(saved)
}

/** One sentence for the notices, or null when the person gave up. */
export function savedSentence(t: TFunction, saved: Saved): string | null {
  if (saved.state === 'saved') return t('documents:saved', { path: saved.path })
  return saved.state === 'downloaded' ? t('documents:downloaded', { file: saved.fileName }) : null
}

function stampLine(t: TFunction, { township, headCode, atMs }: DocumentStamp): string {
  const at = `${beijingDay(atMs)} ${beijingTime(atMs)}`
  return township ? t('documents:stamp', { township, at, headCode }) : t('documents:stampNoTownship', { at, headCode })
}

/** A browser has no save dialog of ours: it gets the bytes as a download. */
export function handOver(saved: SavedDocument): Saved {
  if (saved.state !== 'download') return saved
  const bytes = Uint8Array.from(atob(saved.base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: saved.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = saved.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { state: 'downloaded', fileName: saved.fileName }
}
