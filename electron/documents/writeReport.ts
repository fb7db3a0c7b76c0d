import { AlignmentType, BorderStyle, LineRuleType, Paragraph, type Table, TabStopType, type TextRun } from 'docx'
import type { Paper } from '../../shared/domain/report/paper.ts'
import { BODY, INDENT, line, SMALL, TEXT_WIDTH, TITLE, TITLE_LINE, writeOfficial } from './officialSheet.ts'
import { type Face, faced, tableOf } from './wordParts.ts'

const RED = 'C00000'

function run(text: string, face: Face = 'body', size = BODY, more: { readonly color?: string } = {}): TextRun {
  return faced(text, face, size, more)
}

/** The report as a Word document in the official layout. */
export function writeReport(paper: Paper): Promise<Uint8Array> {
  return writeOfficial({
    title: paper.title,
    issuer: paper.issuer,
    children: [
      ...head(paper),
      ...body(paper),
      ...(paper.figures.length > 0 ? [figureTable(paper)] : []),
      // The end of the text goes with what follows: a signature never stands alone on a page.
      line([run(paper.closing)], { indent: INDENT, keepNext: true }),
      ...foot(paper),
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
      spacing: TITLE_LINE,
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
  const cell = (text: string, index: number, face: Face = 'body') =>
    new Paragraph({
      alignment: index === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { line: 440, lineRule: LineRuleType.EXACT },
      children: [run(text, face, SMALL)],
    })
  const rows = [
    figureTitles.map((text, index) => cell(text, index, 'heading')),
    ...figures.map(({ name, value, source }) => [name, value, source].map((text, index) => cell(text, index))),
  ]
  return tableOf(rows, { shares: [46, 22, 32], width: TEXT_WIDTH, margins: { left: 80, right: 80 }, titled: true })
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
