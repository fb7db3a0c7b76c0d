import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Grid, GridCell, MergedArea } from '../../shared/domain/sheet/grid.ts'
import { cleanText } from '../../shared/domain/sheet/words.ts'
import { gridCell } from './gridCell.ts'
import { detectFormat, type SheetRefusal } from './sheetFormat.ts'

/** A whole township has far fewer; what holds more is another table. */
export const MAX_ROWS = 20_000
const MAX_COLUMNS = 200

/** Parts of a sheet that hold no data but often what the reader stumbles over. */
const NOT_DATA = [
  ...['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'picture', 'legacyDrawing', 'tableParts'],
  ...[
    'hyperlinks',
    'pageSetup',
    'pageMargins',
    'printOptions',
    'headerFooter',
    'rowBreaks',
    'sheetProtection',
    'autoFilter',
  ],
]

export type GridsRead =
  | { readonly ok: true; readonly grids: readonly Grid[]; readonly hidden: readonly string[] }
  | { readonly ok: false; readonly why: SheetRefusal }

/** The visible sheets of an .xlsx or CSV file. @param name of the file: it names the only sheet of a CSV. */
export async function readGrids(bytes: Buffer, name: string): Promise<GridsRead> {
  const file = detectFormat(bytes)
  if (file.format === 'refused') return { ok: false, why: file.why }
  const workbook = new ExcelJS.Workbook()
  try {
    if (file.format === 'csv') await readCsv(workbook, file.text, name)
    // Its types know only an older Buffer.
    else await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: NOT_DATA })
  } catch {
    // Whatever the reader says of a damaged file means nothing to a person; the file stays as it was.
    return { ok: false, why: 'broken' }
  }
  if (workbook.worksheets.length === 0) return { ok: false, why: 'broken' }
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible' || sheet.state === undefined)
  const grids = shown.map(gridOf)
  if (grids.reduce((rows, grid) => rows + grid.rows.length, 0) > MAX_ROWS) return { ok: false, why: 'tooManyRows' }
  if (grids.every((grid) => grid.rows.length === 0)) return { ok: false, why: 'empty' }
  const hidden = workbook.worksheets.filter((sheet) => !shown.includes(sheet)).map((sheet) => sheet.name)
  return { ok: true, grids, hidden }
}

async function readCsv(workbook: ExcelJS.Workbook, text: string, name: string): Promise<void> {
  // Excel's own first line that names the separator.
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text)
  const body = text.slice(told?.[0].length ?? 0).replace(/^\ufeff/, '')
  const sheetName =
    name
      .replace(/\.[^.]*$/, '')
      .replace(/[\\/?*[\]:']/g, ' ')
      .slice(0, 31) || 'Sheet1'
  await workbook.csv.read(Readable.from([body]), {
    sheetName,
    parserOptions: { delimiter: told?.[1] ?? findDelimiter(body) },
    // Text as it stands: what looks like a number or a date is mostly a telephone or a range. ="013…" is Excel's way to say so.
    map: (value: string) => value.replace(/^="(.*)"$/s, '$1'),
  } as Partial<ExcelJS.CsvReadOptions> as ExcelJS.CsvReadOptions)
}

/** The one most frequent in the first lines, outside of quotes. */
function findDelimiter(text: string): string {
  const lines = text.slice(0, 5_000).replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => lines.split(delimiter).length
  return [',', '\t', ';', '，'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

function gridOf(sheet: ExcelJS.Worksheet): Grid {
  const rows: (GridCell | null)[][] = []
  const merges = new Map<string, { -readonly [K in keyof MergedArea]: MergedArea[K] }>()
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: (GridCell | null)[] = []
    let said = false
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MAX_COLUMNS) return
      if (cell.isMerged) growMerge(merges, cell)
      if (cell.isMerged && cell.master !== cell) return
      const read = gridCell(cell.value, cell.numFmt)
      if (!read) return
      while (cells.length < column - 1) cells.push(null)
      cells[column - 1] = read
      if (read.kind !== 'text' || cleanText(read.text) !== '') said = true
    })
    // Rows that only carry a format go on for a million lines in some files.
    if (!said) return
    while (rows.length < Math.min(number - 1, MAX_ROWS + 1)) rows.push([])
    rows[Math.min(number - 1, rows.length)] = cells
  })
  return { name: sheet.name, rows, merges: [...merges.values()] }
}

function growMerge(
  merges: Map<string, { -readonly [K in keyof MergedArea]: MergedArea[K] }>,
  cell: ExcelJS.Cell,
): void {
  const [row, column] = [Number(cell.row) - 1, Number(cell.col) - 1]
  const area = merges.get(cell.master.address)
  if (!area) {
    const [top, left] = [Number(cell.master.row) - 1, Number(cell.master.col) - 1]
    merges.set(cell.master.address, { top, left, bottom: row, right: column })
  } else {
    area.bottom = Math.max(area.bottom, row)
    area.right = Math.max(area.right, column)
  }
}
