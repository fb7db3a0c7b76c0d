import { isLanguage, type Language } from '../../shared/ipc/languages.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export const SIZES = ['normal', 'large'] as const

/** How this console looks. Kept by the page itself (localStorage): it belongs to the screen, not to the township. */
export interface Look {
  readonly theme: (typeof THEMES)[number]
  readonly size: (typeof SIZES)[number]
  /** null: none chosen here; the command line or Chinese. */
  readonly language: Language | null
}

export const DEFAULT_LOOK: Look = { theme: 'system', size: 'normal', language: null }

/** firstPaint.js reads the same key before the first paint. */
const KEY = 'zhenshou.look'

export function readLook(storage: Pick<Storage, 'getItem'>): Look {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? lookFrom(kept) : DEFAULT_LOOK
  } catch {
    return DEFAULT_LOOK
  }
}

/** A full or forbidden storage costs the choice at the next start, nothing else. */
export function keepLook(storage: Pick<Storage, 'setItem'>, look: Look): void {
  try {
    storage.setItem(KEY, JSON.stringify(look))
  } catch {
    return
  }
}

function lookFrom(kept: { theme?: unknown; size?: unknown; language?: unknown }): Look {
  return {
    theme: THEMES.find((theme) => theme === kept.theme) ?? DEFAULT_LOOK.theme,
    size: SIZES.find((size) => size === kept.size) ?? DEFAULT_LOOK.size,
    language: isLanguage(kept.language) ? kept.language : null,
  }
}
