/**
 * The scope of an event says who may hold it: the division code of one township, whose consoles and the county receive it. What
 * the county says to all townships is said to each of them.
 */

/** The one form of a township's division code: 9 digits. Statistical tables write 12, the village part all zero. */
export function normaliseDivision(code: string): string {
  return /^\d{9}000$/.test(code) ? code.slice(0, 9) : code
}
