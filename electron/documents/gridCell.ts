import type { CellValue } from 'exceljs'
import type { GridCell } from '../../shared/domain/sheet/grid.ts'

/** What a cell of exceljs says, or null when it is empty. @param numFmt its number format, such as 00000000000 or 0.00E+00. */
export function gridCell(value: CellValue, numFmt: string | undefined): GridCell | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return { text: value, kind: 'text' }
  if (typeof value === 'number') return { text: numberText(value, numFmt), kind: 'number' }
  if (typeof value === 'boolean') return { text: value ? '是' : '否', kind: 'text' }
  // A cell's date has no zone; exceljs gives it as UTC.
  if (value instanceof Date) return { text: dateText(value), kind: 'date' }
  if ('richText' in value) return text(value.richText.map((part) => part.text).join(''))
  if ('error' in value) return { text: String(value.error), kind: 'error' }
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value
    if (result === undefined || result === null) return { text: '', kind: 'formulaEmpty' }
    return gridCell(result as CellValue, numFmt)
  }
  // A link's text may itself be rich.
  if ('text' in value) return gridCell(value.text as CellValue, numFmt)
  return null
}

function text(said: string): GridCell | null {
  return said === '' ? null : { text: said, kind: 'text' }
}

/** All digits, never 1.38E+10: the format is how it looks, not what it is. A format of zeros (0796…) fills up to its length. */
function numberText(value: number, numFmt: string | undefined): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    const digits = BigInt(value).toString()
    return numFmt && /^0+$/.test(numFmt) ? digits.padStart(numFmt.length, '0') : digits
  }
  // 0.1 + 0.2 is stored with more digits than anybody typed.
  return String(Number(value.toPrecision(15)))
}

function dateText(date: Date): string {
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}
