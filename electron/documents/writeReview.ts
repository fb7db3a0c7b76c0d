import { AlignmentType, LineRuleType, Paragraph, type Table } from 'docx'
import type { PaperTable, ReviewPaper } from '../../shared/domain/review/paper.ts'
import { BODY, INDENT, line, TEXT_WIDTH, TITLE, TITLE_LINE, writeOfficial } from './officialSheet.ts'
import { type Face, faced, tableOf } from './wordParts.ts'

/** 五号 in tables: six columns have to stand beside each other. */
const CELL = 21

/** 复盘报告 as a Word document. */
export function writeReview(paper: ReviewPaper): Promise<Uint8Array> {
  return writeOfficial({
    title: paper.title,
    issuer: paper.issuer,
    children: [
      ...(paper.drill ? [text(paper.drill, 'heading')] : []),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...TITLE_LINE, after: 240 },
        children: [faced(paper.title, 'title', TITLE)],
      }),
      text(paper.number, 'body', { alignment: AlignmentType.CENTER }),
      text(paper.facts, 'body', { indent: INDENT }),
      ...paper.sections.flatMap(({ heading, texts, table }) => [
        text(heading, 'heading', { indent: INDENT, keepNext: true }),
        ...texts.map((one) => text(one, 'body', { indent: INDENT })),
        ...(table ? [gridOf(table)] : []),
      ]),
      ...[paper.issuer, paper.madeAt].map((one) =>
        text(one, 'body', { alignment: AlignmentType.RIGHT, indent: { right: BODY * 20 }, keepNext: true }),
      ),
      new Paragraph({ children: [faced(paper.headCode, 'body', CELL)] }),
    ],
  })
}

function text(words: string, face: Face, more: Record<string, unknown> = {}): Paragraph {
  return line([faced(words, face, BODY)], more)
}

function gridOf({ titles, shares, rows }: PaperTable): Table {
  const cells = (texts: readonly string[], face: Face) =>
    texts.map(
      (one) =>
        new Paragraph({
          spacing: { line: 300, lineRule: LineRuleType.AT_LEAST },
          children: [faced(one, face, CELL)],
        }),
    )
  return tableOf([cells(titles, 'heading'), ...rows.map((row) => cells(row, 'body'))], {
    shares,
    width: TEXT_WIDTH,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    titled: true,
  })
}
