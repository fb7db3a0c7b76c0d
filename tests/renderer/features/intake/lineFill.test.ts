import { expect, it } from 'vitest'
import { readClassification } from '../../../../electron/classification.ts'
import {
  byHand,
  fillOf,
  heardBesides,
  heldOf,
  piecesOf,
  quotesOf,
  withLine,
} from '../../../../renderer/features/intake/lineFill.ts'
import {
  emptyForm,
  formOfDraft,
  type IntakeForm,
  isEmpty,
  readForm,
} from '../../../../renderer/features/intake/model.ts'
import incidentWords from '../../../../resources/classification/intakeWords.json'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import { makeGazetteer } from '../../../../shared/domain/intake/gazetteer.ts'
import { readLine } from '../../../../shared/domain/intake/readLine.ts'
import { prepareWords } from '../../../../shared/domain/intake/words.ts'

const now = fromBeijing('2026-07-14', '03:40') ?? 0
const lists = {
  classification: readClassification(),
  villages: [
    { id: 'v1', name: '李家湾村' },
    { id: 'v2', name: '石门村' },
  ],
}
const words = prepareWords(incidentWords)
const LINE = '3点20李家湾二组后山滑坡，埋了两个人，已经转移15户46人，村支书老王打的电话，需要挖掘机'

function readingOf(line: string) {
  return readLine(line, { now, words, gazetteer: makeGazetteer(lists.villages) })
}
const fill = (line: string) => fillOf(line, readingOf(line), lists, now)
const typed = (line: string, more: Partial<IntakeForm> = {}): IntakeForm => ({ ...emptyForm(now), line, ...more })

it('fills the form, each value with the words it stands on', () => {
  expect(quotesOf(typed(LINE), fill(LINE))).toEqual({
    at: '3点20',
    village: '李家湾',
    place: '二组后山',
    type: '后山滑坡',
    'figures.trapped': '埋了两个人',
    'figures.evacuated': '已经转移15户46人',
    source: '村支书',
    callerPost: '村支书',
    callerName: '老王',
    measures: '已经转移15户46人',
    requests: '挖掘机',
  })
})

it('writes a village that the township does not have into the place, as it was said', () => {
  expect(quotesOf(typed('沙河村三组桥头河水漫上来了'), fill('沙河村三组桥头河水漫上来了'))).toMatchObject({
    place: '沙河村三组桥头',
  })
  expect(fill('沙河村三组桥头河水漫上来了').place?.value).toBe('沙河村三组桥头')
  expect(fill('沙河村三组桥头河水漫上来了')).not.toHaveProperty('village')
  for (const line of ['我们村三组着火了', '隔壁村的桥塌了', '石门村的路断了', '全村停电了', '前面那个村着火了'])
    expect([line, readingOf(line).unlisted]).toEqual([line, undefined])
})

it('is recorded as what the line says, in its own words', () => {
  const read = readForm(withLine(typed(LINE), fill(LINE)), lists, now, false)
  expect(read).toEqual({
    ok: true,
    call: {
      reportedAt: now,
      at: fromBeijing('2026-07-14', '03:20'),
      source: { key: 'villageCadre', name: '村干部' },
      level: 'undetermined',
      caller: { name: '老王', post: '村支书' },
      village: { id: 'v1', name: '李家湾村' },
      place: '二组后山',
      type: { key: 'landslide', name: '山体滑坡' },
      description: LINE,
      measures: '已经转移15户46人',
      requests: '挖掘机',
      figures: { trapped: { n: 2 }, evacuated: { n: 46 } },
    },
    title: '李家湾村二组后山山体滑坡',
    claimedName: '',
  })
})

it('never overwrites what a hand has made, emptied fields included', () => {
  const shown = withLine(typed(LINE), fill(LINE))
  const first = { ...typed(LINE), ...byHand(typed(LINE), shown, { figures: { ...shown.figures, trapped: '3' } }) }
  const second = { ...first, ...byHand(first, withLine(first, fill(LINE)), { village: '' }) }
  const longer = { ...second, line: `${LINE}，石门村也埋了五个人` }
  const after = withLine(longer, fill(longer.line))
  expect([after.figures.trapped, after.village, after.type, after.figures.evacuated]).toEqual([
    '3',
    '',
    'landslide',
    '46',
  ])
  expect(Object.keys(quotesOf(longer, fill(longer.line)))).not.toEqual(expect.arrayContaining(['village']))
})

it('follows the line as it grows and shrinks', () => {
  const at = (line: string) => withLine(typed(line), fill(line))
  expect([at('埋了两个').figures, at('埋了两个人，不对，三个').figures, at('').figures]).toEqual([
    { trapped: '2' },
    { trapped: '3' },
    {},
  ])
  expect(at('山上').type).toBe('')
})

it('comes back from a draft with its line and what was made by hand', () => {
  const made = typed(LINE, { hand: 'village', village: '' })
  const back = formOfDraft(JSON.parse(JSON.stringify(made)) as Record<string, unknown>, now)
  expect(back).toEqual(made)
  expect(withLine(back, fill(back.line)).village).toBe('')
  expect([isEmpty(made), isEmpty(typed('', { hand: 'village' }))]).toEqual([false, true])
})

it('names what the form has no field for, and pigs are no cattle', () => {
  const line = '倒了五间房，冲走两头猪，过火面积15亩，两户不肯走'
  const besides = heardBesides(readingOf(line), fill(line)).map(([field]) => field)
  expect(besides).toEqual(['refusedHouseholds', 'livestock'])
  expect(fill(line)['figures.burnedHectares']?.value).toBe('1')
  expect(fill('淹了三十亩水稻，死了两头牛')).toMatchObject({
    'figures.cropsAffected': { value: '2' },
    'figures.livestockDead': { value: '2' },
  })
  expect(fill('有人被埋')['figures.trapped']?.value).toBe('?')
})

it('marks the line without losing a character', () => {
  const spans = Object.values(fill(LINE)).map(({ evidence }) => evidence)
  const pieces = piecesOf(LINE, spans)
  expect(pieces.map(({ text }) => text).join('')).toBe(LINE)
  expect(pieces.filter(({ mark }) => mark === 'filled').length).toBeGreaterThan(4)
})

it('marks what does not agree apart, and says which of the two it goes by', () => {
  const line = '村里说死了两个人，派出所说死了三个人'
  const reading = readingOf(line)
  const doubted = reading.contradictions.flatMap(({ said }) => said.map(({ evidence }) => evidence))
  expect(piecesOf(line, [], doubted).filter(({ mark }) => mark === 'doubted')).toEqual([
    { text: '死了两个人', mark: 'doubted' },
    { text: '死了三个人', mark: 'doubted' },
  ])
  expect(heldOf(reading, 'dead')).toEqual({ n: 3 })
})
