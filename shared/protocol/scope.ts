/**
 * The scope of an event says who may hold it: a township's division code (its consoles and the county), or the whole county
 * (the hub's own events for everyone).
 */
export const COUNTY_SCOPE = 'county'

/** Division code of a township: 9 digits as in GB/T 2260 and the statistical codes, or 12 with the village part all zero. */
export function isDivisionCode(text: string): boolean {
  return /^\d{9}(000)?$/.test(text)
}

/** The one form of a division code: 9 digits. */
export function normaliseDivision(code: string): string {
  return /^\d{12}$/.test(code) && code.endsWith('000') ? code.slice(0, 9) : code
}

/** Whether consoles of this township receive events of that scope. */
export function reaches(scope: string, division: string): boolean {
  return scope === COUNTY_SCOPE || scope === division
}
