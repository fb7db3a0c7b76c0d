import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { lineJson } from '../../../../shared/domain/intake/lineJson.ts'
import { readLine } from '../../../../shared/domain/intake/readLine.ts'
import { contextAt, fieldsOf, type Heard, hear, readCorpus, score } from './corpus.ts'

const CASUALTIES = ['dead', 'missing', 'trapped', 'injured']
const NOW = '2026-07-14T15:40'
const corpus = readCorpus('./corpus.txt')
const context = contextAt(NOW)
const read = (line: string) => readLine(line, context)

describe('the corpus', () => {
  let heard: readonly Heard[]

  beforeAll(() => {
    heard = hear(corpus)
    // Three thousand sentences on a busy machine.
  }, 300_000)

  it('has the sentences of many callers', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200)
    expect(new Set(corpus.map(({ line }) => line)).size).toBe(corpus.length)
  })

  it('is read right in at least 95 % of its fields', () => {
    const { right, all, misses } = score(heard)
    expect(right / all, misses.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('makes up nobody hurt, missing or trapped', () => {
    const madeUp = heard.flatMap(({ line, said, fields }) =>
      CASUALTIES.filter((field) => said[field] !== undefined && fields[field] === undefined).map(
        (field) => `${line}: ${field} ${JSON.stringify(said[field])}`,
      ),
    )
    expect(madeUp).toEqual([])
  })

  it('shows for every value characters of the line itself', () => {
    const wrong = heard.filter(({ line, said, evidence }) => {
      const places = Object.values(evidence)
      const within = places.every(([from, to]) => from >= 0 && from < to && to <= line.length)
      return !within || Object.keys(evidence).join() !== Object.keys(said).join()
    })
    expect(wrong.map(({ line }) => line)).toEqual([])
  })
})

describe('calls by writers who never saw the reader', () => {
  it('are read right in at least 86 % of their fields', () => {
    const unheard = readCorpus('./unheard.txt')
    expect(unheard.length).toBeGreaterThanOrEqual(300)
    const { right, all, misses } = score(hear(unheard))
    expect(right / all, misses.join('\n')).toBeGreaterThanOrEqual(0.86)
  })
})

describe('words that only look like a misfortune', () => {
  const lines = readFileSync(new URL('./negatives.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)

  it('are a hundred, and none of them makes a casualty figure', () => {
    expect(lines.length).toBeGreaterThanOrEqual(100)
    const madeUp = lines.flatMap((line) => {
      const { figures } = read(line)
      return CASUALTIES.filter((field) => field in figures).map((field) => `${line}: ${field}`)
    })
    expect(madeUp).toEqual([])
  })

  it('moves nobody who has not moved', () => {
    for (const line of ['还有20人没转移', '准备转移三十人', '需要转移群众50人', '正在转移两百人', '通知转移15户'])
      expect([line, fieldsOf(line, context)]).toEqual([line, {}])
  })
})

it('keeps the places of the original: full width, blanks and words of hesitation', () => {
  const line = '　嗯，那个…… 李家湾村　２组，埋了 那个 ３ 个人'
  const { figures, group, village } = read(line)
  const cut = (span: readonly [number, number] | undefined) => span && line.slice(...span)
  expect([cut(village?.evidence), cut(group?.evidence), cut(figures.trapped?.evidence)]).toEqual([
    '李家湾村',
    '２组',
    '埋了 那个 ３ 个人',
  ])
})

it('shows two statements that cannot both hold, and takes the last', () => {
  expect(lineJson(read('村里说死了两个人，派出所说死了三个人'))).toMatchObject({
    dead: 3,
    contradictions: [
      {
        field: 'dead',
        said: [
          { value: 2, evidence: [3, 8] },
          { value: 3, evidence: [13, 18] },
        ],
      },
    ],
  })
})

it('counts once who is told of twice', () => {
  const twice = {
    桥头村淹死一个人他老婆说淹死一个人: { dead: 1 },
    '桥头村淹死一个人，他老婆说淹死一个人': { dead: 1 },
    '死了两个人，真的死了两个人': { dead: 2 },
    '上坪村死了1个，网格员也说死了1个': { dead: 1 },
    '桥头村2人失踪。重复，2人失踪': { missing: 2 },
    '受伤3人，3人受伤': { injured: 3 },
    '桥头村被困5人，老王说被困5人': { trapped: 5 },
    '一组死了一个，二组死了一个': { dead: 2 },
    '伤了两个，又伤了两个': { injured: 4 },
    '老王说他家死了一个，老李说他家死了一个': { dead: 2 },
  }
  for (const [line, figures] of Object.entries(twice))
    expect([line, fieldsOf(line, context)]).toMatchObject([line, figures])
})

it('counts no whole family dead where its grown-ups are', () => {
  expect(fieldsOf('煤气中毒，一家三口，大人没救过来，娃在抢救', context)).not.toHaveProperty('dead')
  expect(fieldsOf('车祸，一家三口，大人死了，小孩重伤', context)).not.toHaveProperty('dead')
})

it('counts once what was pasted many times', () => {
  const pasted = '桥头村发大水，被困5人，又伤了2人，请派船。'.repeat(90)
  expect(fieldsOf(pasted, context)).toMatchObject({ trapped: 5, injured: 2 })
})

it('takes the last of three that differ, though the first said the same', () => {
  const { figures, contradictions } = read('死了两个人。死了三个人。死了两个人')
  expect([figures.dead?.value, contradictions.map(({ field }) => field)]).toEqual([{ n: 2 }, ['dead']])
})

it('leaves unknown what was spoken of without a number', () => {
  expect(read('有人被埋了').figures.trapped).toMatchObject({ value: null })
  expect(lineJson(read('有人被埋了'))).toEqual({})
})

it('marks a drill and what was taken back', () => {
  expect([
    read('演练：埋了三个人').drill,
    read('不是演练，真的滑坡了').drill,
    read('刚才说的滑坡是误报').takenBack,
  ]).toEqual([true, false, true])
})

it('takes the bridge of a village for no other village of that name', () => {
  const placed = (line: string) => {
    const { village, unlisted, place, contradictions } = read(line)
    return [village?.value ?? unlisted?.value, place?.value, contradictions.length]
  }
  expect(placed('沙河村三组桥头河水漫上来了')).toEqual(['沙河村', '桥头', 0])
  expect(placed('沙河村桥头塌了')).toEqual(['沙河村', '桥头', 0])
  expect(placed('李家湾三组桥头塌了')).toEqual(['李家湾村', '桥头', 0])
  expect(placed('李家湾村桥头塌了')).toEqual(['李家湾村', '桥头', 0])
  expect(placed('桥头三组塌了一间房')).toEqual(['桥头村', undefined, 0])
  expect(placed('李家湾村、桥头两个村停电')).toEqual(['李家湾村', undefined, 1])
})

it('gives the same reading however often it is asked', () => {
  for (const { line, now, context: at } of corpus.slice(0, 20)) {
    expect(lineJson(readLine(line, at))).toEqual(lineJson(readLine(line, contextAt(now))))
  }
})
