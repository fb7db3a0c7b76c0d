import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PaperTable, ReviewPaper } from '../../shared/domain/review/paper.ts'
import { fontTableXml, PAPER_FONTS } from './paperFonts.ts'
import { type Face, faced, millimetres } from './wordParts.ts'

/** The layout of GB/T 9704: A4 with 37 mm above, 35 below, 28 left, 26 right of the text; 28 pt lines; 2号 title, 3号 text. */
const TEXT_WIDTH = millimetres(156)
const MARGIN = { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) }
const TITLE = 44
const BODY = 32
/** 小四 in tables: six columns have to stand beside each other. */
const CELL = 21
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const
const INDENT = { firstLineChars: 200, firstLine: BODY * 20 } as const

/** 复盘报告 as a Word document. */
export async function writeReview(paper: ReviewPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    styles: {
      default: {
        document: { run: { size: BODY, font: PAPER_FONTS.body.name, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { ...MARGIN, header: millimetres(15), footer: millimetres(24) },
          },
        },
        footers: { default: pageNumber() },
        children: [
          ...(paper.drill ? [line(paper.drill, 'heading')] : []),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 240 },
            children: [faced(paper.title, 'title', TITLE)],
          }),
          line(paper.number, 'body', { alignment: AlignmentType.CENTER }),
          line(paper.facts, 'body', { indent: INDENT }),
          ...paper.sections.flatMap(({ heading, texts, table }) => [
            line(heading, 'heading', { indent: INDENT, keepNext: true }),
            ...texts.map((text) => line(text, 'body', { indent: INDENT })),
            ...(table ? [tableOf(table)] : []),
          ]),
          line(paper.issuer, 'body', { alignment: AlignmentType.RIGHT, indent: { right: BODY * 20 }, keepNext: true }),
          line(paper.madeAt, 'body', { alignment: AlignmentType.RIGHT, indent: { right: BODY * 20 }, keepNext: true }),
          new Paragraph({ children: [faced(paper.headCode, 'body', CELL)] }),
        ],
      },
    ],
  })
  const overrides = [{ path: 'word/fontTable.xml', data: fontTableXml() }]
  return new Uint8Array(await Packer.toBuffer(document, undefined, overrides))
}

function line(text: string, face: Face, more: Record<string, unknown> = {}): Paragraph {
  return new Paragraph({ children: [faced(text, face, BODY)], spacing: LINE, ...more })
}

function pageNumber(): Footer {
  const { name } = PAPER_FONTS.page
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: 28,
            font: { ascii: name, hAnsi: name, eastAsia: name },
          }),
        ],
      }),
    ],
  })
}

function tableOf({ titles, shares, rows }: PaperTable): Table {
  const widths = shares.map((share) => Math.round((TEXT_WIDTH * share) / 100))
  const cells = (texts: readonly string[], face: Face) =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { left: 60, right: 60, top: 30, bottom: 30 },
          children: [
            new Paragraph({
              spacing: { line: 300, lineRule: LineRuleType.AT_LEAST },
              children: [faced(text, face, CELL)],
            }),
          ],
        }),
    )
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(titles, 'heading') }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, 'body') })),
    ],
  })
}
