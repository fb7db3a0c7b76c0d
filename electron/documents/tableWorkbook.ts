import ExcelJS from 'exceljs'
import type { ExportTable, TableCell } from '../../shared/ipc/documents.ts'

type Layout = Pick<ExportTable, 'title' | 'lines' | 'columns'>

const MIN_WIDTH = 6
const MAX_WIDTH = 48
/** Paper number of A4 in the format's own list (ECMA-376 18.3.1.63). */
const A4 = 9
const TEXT = '@'

/**
 * A workbook with one sheet: title, lines below it, header, rows. The header stays in sight and on every printed page; A4
 * landscape, as wide as the page.
 */
export function tableWorkbook(
  { title, lines, columns }: Layout,
  rows: readonly (readonly TableCell[])[],
): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(sheetName(title))
  const last = columns.length
  sheet.columns = columns.map((column, index) => ({
    width: column.width ?? widthOf(column.title, rows, index),
    // A text column stays text for what is typed into it later: Excel would turn a phone number into 1.38E+10.
    style: { numFmt: rows.some((row) => typeof row[index] === 'number') ? 'General' : TEXT },
  }))
  for (const [index, text] of [title, ...lines].entries()) {
    const cell = sheet.addRow([text]).getCell(1)
    cell.numFmt = TEXT
    cell.font = index === 0 ? { name: '黑体', size: 16, bold: true } : { name: '宋体', size: 10 }
    cell.alignment = { horizontal: index === 0 ? 'center' : 'left', vertical: 'middle', wrapText: true }
    if (last > 1) sheet.mergeCells(index + 1, 1, index + 1, last)
  }
  const header = sheet.addRow(columns.map((column) => column.title))
  header.eachCell((cell) => {
    cell.numFmt = TEXT
    cell.font = { name: '宋体', size: 11, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = thinBorder()
  })
  for (const values of rows) addRow(sheet, values, last)
  const headerRow = header.number
  sheet.views = [{ state: 'frozen', ySplit: headerRow, activeCell: `A${headerRow + 1}` }]
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: Math.max(sheet.rowCount, headerRow), column: last },
  }
  sheet.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter = { oddFooter: '&C&P / &N' }
  return workbook
}

function addRow(sheet: ExcelJS.Worksheet, values: readonly TableCell[], last: number): void {
  const row = sheet.addRow(values.slice(0, last))
  for (let column = 1; column <= last; column += 1) {
    const cell = row.getCell(column)
    const isText = typeof cell.value === 'string'
    if (isText) cell.numFmt = TEXT
    cell.font = { name: '宋体', size: 11 }
    cell.alignment = { vertical: 'middle', wrapText: isText }
    cell.border = thinBorder()
  }
}

function thinBorder(): Partial<ExcelJS.Borders> {
  const side = { style: 'thin', color: { argb: 'FF9AA5B1' } } as const
  return { top: side, left: side, bottom: side, right: side }
}

/** Excel allows 31 characters without \ / ? * [ ] : and no quote at either end. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31)
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet1'
  )
}

function widthOf(title: string, rows: readonly (readonly TableCell[])[], column: number): number {
  let width = displayWidth(title)
  for (const row of rows) {
    for (const line of String(row[column] ?? '').split('\n')) width = Math.max(width, displayWidth(line))
    if (width >= MAX_WIDTH) return MAX_WIDTH
  }
  return Math.max(MIN_WIDTH, width) + 2
}

/** In columns of a terminal or of Excel: a Chinese character takes two. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1
  return width
}
