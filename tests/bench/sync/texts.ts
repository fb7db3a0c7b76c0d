import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Log texts, one a line: ours unless a file is given. None of them was read by the codebook. */
export function readTexts(file = join(import.meta.dirname, 'texts.txt')): readonly string[] {
  const texts = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (texts.length === 0) throw new Error(`${file} holds no text`)
  return texts
}
