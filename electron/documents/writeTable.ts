import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { ExportTable, TableCell } from '../../shared/ipc/documents.ts'

type Layout = Pick<ExportTable, 'title' | 'lines' | 'columns'>

const MIN_WIDTH = 6
const MAX_WIDTH = 48
/** Paper number of A4 in the format's own list (ECMA-376 18.3.1.63). */
const A4 = 9
const TEXT = '@'

/**
 * An .xlsx file with one sheet: title, lines below it, header, rows. The header stays in sight and on every printed page; A4
 * landscape, as wide as the page. Written row by row: 100,000 rows of seven cells take 4 s and 0.2 GB, as a whole workbook ten times that.
 */
export async function writeTable(
  { title, lines, columns }: Layout,
  rows: readonly (readonly TableCell[])[],
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const last = columns.length
  const headerRow = lines.length + 2
  const sheet = workbook.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: headerRow, activeCell: `A${headerRow + 1}` }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  sheet.columns = columns.map((column, index) => ({
    width: column.width ?? widthOf(column.title, rows, index),
    // A text column stays text for what is typed into it later: Excel would turn a phone number into 1.38E+10.
    style: { numFmt: rows.some((row) => typeof row[index] === 'number') ? 'General' : TEXT },
  }))
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow + rows.length, column: last } }
  for (const [index, text] of [title, ...lines].entries()) {
    const row = sheet.addRow([text])
    row.getCell(1).style = index === 0 ? TITLE : LINE
    if (last > 1) sheet.mergeCells(index + 1, 1, index + 1, last)
    row.commit()
  }
  addRow(
    sheet,
    columns.map((column) => column.title),
    () => HEADER,
  )
  for (const values of rows) {
    const cells = Array.from({ length: last }, (_, column) => values[column] ?? null)
    addRow(sheet, cells, (value) => (typeof value === 'string' ? TEXT_CELL : NUMBER_CELL))
  }
  sheet.commit()
  await workbook.commit()
  return Buffer.concat(parts)
}

function addRow(
  sheet: ExcelJS.Worksheet,
  values: readonly TableCell[],
  styleOf: (value: TableCell) => Partial<ExcelJS.Style>,
): void {
  const row = sheet.addRow([...values])
  // One style object for many cells: the writer then knows it again instead of building it each time.
  for (const [index, value] of values.entries()) row.getCell(index + 1).style = styleOf(value)
  row.commit()
}

const SIDE = { style: 'thin', color: { argb: 'FF9AA5B1' } } as const
const border = { top: SIDE, left: SIDE, bottom: SIDE, right: SIDE }
const BODY_FONT = { name: '宋体', size: 11 }
const TITLE: Partial<ExcelJS.Style> = {
  numFmt: TEXT,
  font: { name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}
const LINE: Partial<ExcelJS.Style> = {
  numFmt: TEXT,
  font: { name: '宋体', size: 10 },
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
}
const HEADER: Partial<ExcelJS.Style> = {
  numFmt: TEXT,
  font: { ...BODY_FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
}
const TEXT_CELL: Partial<ExcelJS.Style> = {
  numFmt: TEXT,
  font: BODY_FONT,
  alignment: { vertical: 'middle', wrapText: true },
  border,
}
const NUMBER_CELL: Partial<ExcelJS.Style> = { font: BODY_FONT, alignment: { vertical: 'middle' }, border }

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
