import { TextRun } from 'docx'
import { PAPER_FONTS } from './paperFonts.ts'

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
