/**
 * The scope of an event says who may hold it: the division code of one township, whose consoles and the county receive it. What
 * the county says to all townships is said to each of them.
 */

/** Division code of a township: 9 digits as in the statistical codes, or 12 with the village part all zero. */
export function isDivisionCode(text: string): boolean {
  return /^\d{9}(000)?$/.test(text)
}

/** The one form of a division code: 9 digits. */
export function normaliseDivision(code: string): string {
  return /^\d{9}000$/.test(code) ? code.slice(0, 9) : code
}
