/** What one language brings: its texts by namespace (resources/locales/<language>/<namespace>.json) and antd's own. */
export interface LanguagePack {
  readonly texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly antd: import('antd/es/locale').Locale
}

/** Texts by namespace from the files Vite found. */
export function byNamespace(files: Readonly<Record<string, Record<string, unknown>>>): LanguagePack['texts'] {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), texts]),
  )
}
