import { AlignmentType, Document, Paragraph, type Table, TabStopType } from 'docx'
import type { SlipSize, TaskSlip } from '../../shared/domain/task/slip.ts'
import { bodyStyles, type Face, faced, millimetres, packDocument, tableOf } from './wordParts.ts'

export interface SlipInput {
  readonly slip: TaskSlip
  readonly size: SlipSize
}

/** Millimetres; sizes in half points. A5 is what a driver puts in a pocket. */
const SHEETS = {
  a5: { width: 148, height: 210, margin: 12, title: 36, text: 24 },
  a4: { width: 210, height: 297, margin: 20, title: 44, text: 28 },
} as const
const RED = 'C00000'

/** 任务单 as a Word document: heading, facts, what to do, lines to sign on. */
export function writeSlip({ slip, size }: SlipInput): Promise<Uint8Array> {
  const sheet = SHEETS[size]
  const margin = millimetres(sheet.margin)
  const width = millimetres(sheet.width - 2 * sheet.margin)
  const document = new Document({
    title: slip.title,
    creator: slip.township,
    styles: bodyStyles(sheet.text),
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(sheet.width), height: millimetres(sheet.height) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [
              ...(slip.drill ? [faced(`【${slip.drill}】`, 'heading', sheet.title, { color: RED })] : []),
              faced(slip.title, 'title', sheet.title),
            ],
          }),
          new Paragraph({
            spacing: { after: 120 },
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            children: [faced(`${slip.township}\t${slip.number}`, 'body', sheet.text)],
          }),
          table(
            slip.facts.map(({ name, value }) => [name, value]),
            [26, 74],
            width,
            sheet.text,
          ),
          text(slip.scriptTitle, 'heading', sheet.text),
          ...slip.script.map((line) => text(line, 'body', sheet.text)),
          new Paragraph({ spacing: { after: 60 }, children: [] }),
          table(
            slip.signatures.map((who) => [who, '', slip.signLine]),
            [42, 24, 34],
            width,
            sheet.text,
          ),
          text(slip.headCode, 'body', 18),
        ],
      },
    ],
  })
  return packDocument(document)
}

function text(words: string, face: Face, size: number): Paragraph {
  return new Paragraph({ spacing: { before: 60, after: 60 }, children: [faced(words, face, size)] })
}

/** `shares` in percent of the width. */
function table(rows: readonly (readonly string[])[], shares: readonly number[], width: number, size: number): Table {
  const cells = rows.map((row) =>
    row.map((words, index) => new Paragraph({ children: [faced(words, index === 0 ? 'heading' : 'body', size)] })),
  )
  return tableOf(cells, { shares, width, margins: { left: 80, right: 80, top: 50, bottom: 50 }, titled: false })
}
