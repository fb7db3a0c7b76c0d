/** A column whose cells are all at most this wide stays on one line; others break where they must. */
const SHORT = 20
/** From so many columns on the sheet lies on its side. */
const WIDE = 8

type Cell = string | number | null

/** Which columns hold short texts only. A Chinese character counts as two. */
export function shortColumns(titles: readonly string[], rows: readonly (readonly Cell[])[]): readonly boolean[] {
  return titles.map((title, at) => width(title) <= SHORT && rows.every((row) => width(String(row[at] ?? '')) <= SHORT))
}

export function liesOnItsSide(columns: number): boolean {
  return columns >= WIDE
}

function width(text: string): number {
  let sum = 0
  for (const character of text) sum += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1
  return sum
}
