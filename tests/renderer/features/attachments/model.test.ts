import { expect, it } from 'vitest'
import { besideOf, endingOf, isTextFor, shownOf, sizeText } from '../../../../renderer/features/attachments/model.ts'
import { sampleLines } from '../../../../renderer/features/attachments/states.tsx'

it('says sizes and endings as people know them', () => {
  expect([1, 1_500, 300_000, 4_312_000].map(sizeText)).toEqual(['1 KB', '1 KB', '293 KB', '4.1 MB'])
  expect(['通知.pdf', '照片', '.hidden', 'a.docx'].map(endingOf)).toEqual(['PDF', '', '', 'DOCX'])
})

it('leaves withdrawn ones out until they are asked for, and goes round the strip', () => {
  const [first, ...rest] = sampleLines
  if (!first) throw new Error('no sample')
  const lines = [{ ...first, withdrawn: { reason: 'x', by: 'y' } }, ...rest]
  expect([
    shownOf(lines, false).shown.length,
    shownOf(lines, true).shown.length,
    shownOf(lines, false).withdrawn,
  ]).toEqual([2, 3, 1])
  expect([
    besideOf(lines, 'attachment-3', 1),
    besideOf(lines, 'attachment-1', -1),
    besideOf([first], first.id, 1),
  ]).toEqual(['attachment-1', 'attachment-3', null])
})

it('takes a picture out of the clipboard, but not the one that comes along with text for a field', () => {
  const cells = ['text/plain', 'text/html', 'Files']
  expect([isTextFor(true, cells), isTextFor(false, cells), isTextFor(true, ['Files'])]).toEqual([true, false, false])
})
