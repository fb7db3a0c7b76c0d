import type { Manual } from './manual.ts'
import { HELP_GROUPS } from './pages.ts'

/** A page in the list. */
export interface PageEntry {
  readonly page: string
  readonly title: string
  /** The words around what was looked for; empty when nothing was, or when the title has it. */
  readonly found: string
}

export interface PageGroup {
  readonly id: (typeof HELP_GROUPS)[number]['id']
  readonly entries: readonly PageEntry[]
}

/** The words of a page's first line: `# 事件` → 事件. */
export function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1]?.trim() ?? ''
}

/** The list of pages; with something typed, only those that have it. Groups without a page are left out. */
export function listPages(manual: Manual, typed: string): readonly PageGroup[] {
  const wanted = typed.trim().toLowerCase()
  return HELP_GROUPS.map(({ id, pages }) => ({
    id,
    entries: pages.flatMap((page): readonly PageEntry[] => {
      const text = manual[page]
      if (text === undefined) return []
      const title = titleOf(text)
      if (wanted === '' || title.toLowerCase().includes(wanted)) return [{ page, title, found: '' }]
      const found = around(plainText(text), wanted)
      return found === undefined ? [] : [{ page, title, found }]
    }),
  })).filter(({ entries }) => entries.length > 0)
}

/** A page without its marks: what a person reads. */
export function plainText(text: string): string {
  return text
    .replace(/^\|[-|: ]+\|$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^(#+|>|\d+\.|-) /gm, '')
    .replace(/[*`|]/g, ' ')
    .replace(/\s+/g, ' ')
}

const BEFORE = 8
const AFTER = 24

function around(text: string, wanted: string): string | undefined {
  const at = text.toLowerCase().indexOf(wanted)
  if (at < 0) return undefined
  const from = Math.max(0, at - BEFORE)
  return `${from > 0 ? '…' : ''}${text.slice(from, at + wanted.length + AFTER).trim()}…`
}
