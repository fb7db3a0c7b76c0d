import {
  type Document,
  Packer,
  type Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { fontTableXml, PAPER_FONTS } from './paperFonts.ts'

/** 1 mm in twentieths of a point. */
const MM = 1440 / 25.4
export const millimetres = (mm: number) => Math.round(mm * MM)

export type Face = keyof typeof PAPER_FONTS

/** Text in one face of official papers; `size` in half points. */
export function faced(text: string, face: Face, size: number, more: { readonly color?: string } = {}): TextRun {
  const { name } = PAPER_FONTS[face]
  // Digits and Latin letters in the same face: they would else be of another height.
  return new TextRun({ text, size, font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, ...more })
}

/** Styles of a document whose text is in the body's face; `size` in half points. */
export function bodyStyles(size: number) {
  const run = { size, font: PAPER_FONTS.body.name, language: { value: 'zh-CN', eastAsia: 'zh-CN' } }
  return { default: { document: { run } } } as const
}

export interface TableLayout {
  /** Percent of the width, a column each. */
  readonly shares: readonly number[]
  /** Twentieths of a point. */
  readonly width: number
  /** Space within a cell, twentieths of a point. */
  readonly margins: { readonly left: number; readonly right: number; readonly top?: number; readonly bottom?: number }
  /** The first row is said again on every page. */
  readonly titled: boolean
}

/** A table that breaks between rows only. */
export function tableOf(
  rows: readonly (readonly Paragraph[])[],
  { shares, width, margins, titled }: TableLayout,
): Table {
  const widths = shares.map((share) => Math.round((width * share) / 100))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: titled && at === 0,
          children: cells.map(
            (paragraph, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                margins,
                children: [paragraph],
              }),
          ),
        }),
    ),
  })
}

/** The document as a file that names a stand-in for each face that may be missing. */
export async function packDocument(document: Document): Promise<Uint8Array> {
  return new Uint8Array(
    await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTableXml() }]),
  )
}
