import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Paper } from '../../shared/domain/report/paper.ts'
import { fontTableXml, PAPER_FONTS } from './paperFonts.ts'
import { type Face, faced, millimetres } from './wordParts.ts'

/** 版心 156 mm wide, 225 mm high: A4 without 37 above, 35 below, 28 left, 26 right. */
const TEXT_WIDTH = millimetres(156)
const MARGIN = { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) }
/** Sizes in half points: 2号 22 pt, 3号 16 pt, 4号 14 pt. */
const TITLE = 44
const BODY = 32
const SMALL = 28
/** 28 pt exactly: 22 lines of 28 characters a page. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const
const INDENT = { firstLineChars: 200, firstLine: BODY * 20 } as const
const RED = 'C00000'

function run(text: string, face: Face = 'body', size = BODY, more: { readonly color?: string } = {}): TextRun {
  return faced(text, face, size, more)
}

function line(children: readonly ParagraphChild[], more: Record<string, unknown> = {}): Paragraph {
  return new Paragraph({ children: [...children], spacing: LINE, ...more })
}

/** The report as a Word document in the official layout. */
export async function writeReport(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    evenAndOddHeaderAndFooters: true,
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
            // The page number stands 7 mm below the text: its lower edge is 35 − 7 − one line from the edge of the paper.
            margin: { ...MARGIN, header: millimetres(15), footer: millimetres(24) },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...head(paper),
          ...body(paper),
          ...(paper.figures.length > 0 ? [figureTable(paper)] : []),
          // The end of the text goes with what follows: a signature never stands alone on a page.
          line([run(paper.closing)], { indent: INDENT, keepNext: true }),
          ...foot(paper),
        ],
      },
    ],
  })
  const overrides = [{ path: 'word/fontTable.xml', data: fontTableXml() }]
  return new Uint8Array(await Packer.toBuffer(document, undefined, overrides))
}

/** —1—, 4号宋体, on the outer side, one character from the edge. */
function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const { name } = PAPER_FONTS.page
  const indent = alignment === AlignmentType.RIGHT ? { right: SMALL * 10 } : { left: SMALL * 10 }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: SMALL,
            font: { ascii: name, hAnsi: name, eastAsia: name },
          }),
        ],
      }),
    ],
  })
}

/** 版头: urgency, red masthead, number and signer, red line. */
function head({ urgency, drill, masthead, number, signer, title, salutation }: Paper): readonly Paragraph[] {
  const rightTab = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - BODY * 10 }]
  return [
    line([run([urgency, drill].filter(Boolean).join('　'), 'heading')]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 360 },
      children: [run(masthead, 'title', mastheadSize(masthead), { color: RED })],
    }),
    line([run(`${number}\t${signer}`)], {
      indent: { left: BODY * 10 },
      tabStops: rightTab,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 6 } },
    }),
    line([]),
    line([run(title, 'title', TITLE)], {
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, lineRule: LineRuleType.EXACT },
    }),
    line([]),
    ...(salutation ? [line([run(salutation)])] : []),
  ]
}

/** As large as fits in one line, at most 40 pt. */
function mastheadSize(masthead: string): number {
  const points = Math.floor(((156 / 25.4) * 72) / Math.max(masthead.length, 1))
  return Math.min(points, 40) * 2
}

function body({ parts }: Paper): readonly Paragraph[] {
  return parts.flatMap(({ heading, text }) => {
    const [first = '', ...more] = text.split('\n')
    return [
      line([run(heading, 'heading'), run(first)], { indent: INDENT }),
      ...more.map((one) => line([run(one)], { indent: INDENT })),
    ]
  })
}

function figureTable({ figures, figureTitles }: Paper): Table {
  const widths = [46, 22, 32].map((share) => Math.round((TEXT_WIDTH * share) / 100))
  const cell = (text: string, index: number, face: Face = 'body') =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: index === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: 440, lineRule: LineRuleType.EXACT },
          children: [run(text, face, SMALL)],
        }),
      ],
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: figureTitles.map((text, index) => cell(text, index, 'heading')) }),
      ...figures.map(
        ({ name, value, source }) =>
          new TableRow({ cantSplit: true, children: [name, value, source].map((text, index) => cell(text, index)) }),
      ),
    ],
  })
}

/** 落款 and 版记. They stay together and are never left alone on a page without the end of the text. */
function foot({ issuer, day, contact, imprint, imprintAt, headCode }: Paper): readonly Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 } as const
  const rightTab = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - SMALL * 10 }]
  const inset = { left: SMALL * 10, right: SMALL * 10 }
  return [
    line([], { keepNext: true }),
    line([run(issuer)], { alignment: AlignmentType.RIGHT, indent: { right: BODY * 20 }, keepNext: true }),
    line([run(day)], { alignment: AlignmentType.RIGHT, indent: { right: BODY * 40 }, keepNext: true }),
    line([run(`（${contact}）`)], { indent: INDENT, keepNext: true }),
    line([], { keepNext: true }),
    line([run(`${imprint}\t${imprintAt}`, 'body', SMALL)], {
      indent: inset,
      tabStops: rightTab,
      keepNext: true,
      border: { top: rule, bottom: rule },
    }),
    line([run(headCode, 'body', 21)], { indent: inset }),
  ]
}
