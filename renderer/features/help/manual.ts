/** Texts of the manual in one language, by page. */
export type Manual = Readonly<Record<string, string>>

/** Texts by page from the files Vite found. */
export function byPage(files: Readonly<Record<string, string>>): Manual {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.md'.length), text]),
  )
}
