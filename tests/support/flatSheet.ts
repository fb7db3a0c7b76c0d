import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertWithLibreOffice } from './libreOffice.ts'

/** One cell of a sheet to be saved by LibreOffice; null is empty, or covered by a merged one. */
export type FlatCell = string | number | null | FlatSpecial

export interface FlatSpecial {
  readonly text?: string
  readonly number?: number
  /** yyyy-mm-dd */
  readonly date?: string
  /** In LibreOffice's own notation, such as `of:=CONCATENATE([.A1];"x")`. */
  readonly formula?: string
  /** Rows and columns it is merged over. */
  readonly down?: number
  readonly across?: number
  /** Shown as 1.38E+10. */
  readonly scientific?: true
  /** Parts of rich text, each in its own style. */
  readonly rich?: readonly string[]
}

export interface FlatSheet {
  readonly name: string
  readonly rows: readonly (readonly FlatCell[])[]
  readonly hidden?: true
}

/** A workbook written by LibreOffice: `type` xlsx, csv, xls, ods … @returns its path in `folder`. */
export async function saveWithLibreOffice(
  folder: string,
  name: string,
  sheets: readonly FlatSheet[],
  type = 'xlsx',
): Promise<string> {
  const source = join(folder, `${name}.fods`)
  writeFileSync(source, flatDocument(sheets))
  return convertWithLibreOffice(source, type, folder)
}

function flatDocument(sheets: readonly FlatSheet[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N1"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/></number:number-style>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="sci" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>${sheets.map(flatTable).join('')}</office:spreadsheet></office:body>
</office:document>`
}

function flatTable({ name, rows, hidden }: FlatSheet): string {
  const style = hidden ? ' table:style-name="off"' : ''
  const covered = coveredCells(rows)
  const body = rows.map(
    (cells, row) =>
      `<table:table-row>${cells.map((cell, column) => (covered.has(`${row},${column}`) ? '<table:covered-table-cell/>' : flatCell(cell))).join('')}</table:table-row>`,
  )
  return `<table:table table:name="${asXml(name)}"${style}>${body.join('')}</table:table>`
}

function coveredCells(rows: FlatSheet['rows']): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'object' || cell === null) continue
      for (let down = 0; down < (cell.down ?? 1); down += 1)
        for (let across = 0; across < (cell.across ?? 1); across += 1)
          if (down + across > 0) covered.add(`${row + down},${column + across}`)
    }
  return covered
}

function flatCell(cell: FlatCell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'string') return flatCell({ text: cell })
  if (typeof cell === 'number') return flatCell({ number: cell })
  const { text, number, date, formula, down = 1, across = 1, scientific, rich } = cell
  const spans = down * across > 1 ? ` table:number-rows-spanned="${down}" table:number-columns-spanned="${across}"` : ''
  const calculated = formula ? ` table:formula="${asXml(formula)}"` : ''
  if (number !== undefined)
    return `<table:table-cell${spans}${calculated}${scientific ? ' table:style-name="sci"' : ''} office:value-type="float" office:value="${number}"/>`
  if (date)
    return `<table:table-cell${spans} table:style-name="day" office:value-type="date" office:date-value="${date}"/>`
  const words = rich
    ? `<text:p>${rich.map((part, index) => (index % 2 ? `<text:span text:style-name="bold">${asXml(part)}</text:span>` : asXml(part))).join('')}</text:p>`
    : (text ?? '')
        .split('\n')
        .map(
          (line) =>
            `<text:p>${asXml(line).replace(/ {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)}</text:p>`,
        )
        .join('')
  return `<table:table-cell${spans}${calculated} office:value-type="string">${words}</table:table-cell>`
}

function asXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
