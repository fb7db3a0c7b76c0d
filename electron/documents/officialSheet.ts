import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { PAPER_FONTS } from './paperFonts.ts'
import { bodyStyles, millimetres, packDocument } from './wordParts.ts'

// The layout of GB/T 9704—2012: 版心 156 mm wide, 225 mm high, which is A4 without 37 above, 35 below, 28 left, 26 right.
export const TEXT_WIDTH = millimetres(156)
const MARGIN = { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) }
/** Sizes in half points: 2号 22 pt, 3号 16 pt, 4号 14 pt. */
export const TITLE = 44
export const BODY = 32
export const SMALL = 28
/** 28 pt exactly: 22 lines of 28 characters a page. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const
export const TITLE_LINE = { line: 640, lineRule: LineRuleType.EXACT } as const
/** Two characters. */
export const INDENT = { firstLineChars: 200, firstLine: BODY * 20 } as const

/** A line of 28 pt. */
export function line(children: readonly ParagraphChild[], more: Record<string, unknown> = {}): Paragraph {
  return new Paragraph({ children: [...children], spacing: LINE, ...more })
}

interface OfficialSheet {
  readonly title: string
  readonly issuer: string
  readonly children: readonly FileChild[]
}

/** An official paper as a Word file: the page, its number on the outer side, the text in 3号. */
export function writeOfficial({ title, issuer, children }: OfficialSheet): Promise<Uint8Array> {
  return packDocument(
    new Document({
      title,
      creator: issuer,
      evenAndOddHeaderAndFooters: true,
      styles: bodyStyles(BODY),
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
          children: [...children],
        },
      ],
    }),
  )
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
