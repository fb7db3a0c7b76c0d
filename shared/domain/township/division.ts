/** First two digits of a division code: province-level divisions, GB/T 2260-2007. */
const PROVINCES = new Set(
  [
    [11, 12, 13, 14, 15],
    [21, 22, 23],
    [31, 32, 33, 34, 35, 36, 37],
    [41, 42, 43, 44, 45, 46],
    [50, 51, 52, 53, 54],
    [61, 62, 63, 64, 65, 66],
    [71, 81, 82],
  ].flat(),
)

/**
 * Whether the text is a township's division code: nine digits, the county's six (GB/T 2260) and three of its own (GB/T 10114).
 * 66 is what the statistical code uses for 新疆生产建设兵团. Whether such a township exists cannot be known offline.
 */
export function isTownshipDivision(code: string): boolean {
  return (
    /^\d{9}$/.test(code) &&
    PROVINCES.has(Number(code.slice(0, 2))) &&
    !code.endsWith('000') &&
    code.slice(2, 6) !== '0000'
  )
}
