import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readType } from '../../../../shared/domain/intake/incidentType.ts'
import { type IntakeWords, prepareWords, TIERS } from '../../../../shared/domain/intake/words.ts'

const GROUPS = {
  vehicle: '大货 面包车 摩托',
  boat: '渡船 舢板',
  crash: '翻 撞 冲下',
  spot: '护栏 路基',
  driver: '司机 @rider',
  rider: '骑手',
}
const typeOf = (said: string, scene: string) =>
  readType(said, prepareWords({ groups: GROUPS, types: { roadAccident: { scenes: [scene] } }, sources: {} }))?.key

describe('a scene', () => {
  it('is told by groups of words in one clause, in any order', () => {
    const told = (said: string) => typeOf(said, 'vehicle+crash')
    expect(['大货翻了', '翻了辆面包车', '摩托,撞了'].map(told)).toEqual(['roadAccident', 'roadAccident', undefined])
  })

  it('in that order, and close together, where it says so', () => {
    const told = (said: string) => typeOf(said, 'crash>spot')
    expect(['撞了护栏', '护栏旁边撞了', '撞了以后大家都在那儿等了半天护栏'].map(told)).toEqual([
      'roadAccident',
      undefined,
      undefined,
    ])
  })

  it('over clauses near one another, or over the whole line', () => {
    const line = '大货,白色的,挂外地牌,从坡上下来,翻了'
    expect([
      typeOf(line, 'vehicle,crash'),
      typeOf('大货,白色的,翻了', 'vehicle,crash'),
      typeOf(line, 'vehicle;crash'),
    ]).toEqual([undefined, 'roadAccident', 'roadAccident'])
  })

  it('is not told beside what it excludes, nor by what is denied or only to come', () => {
    const told = (said: string) => typeOf(said, 'vehicle+crash !boat')
    expect(['渡船上的大货翻了', '大货没有翻', '大货没撞着人', '大货要翻'].map(told)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it('takes in other groups', () => {
    expect(typeOf('骑手撞了', 'driver+crash')).toBe('roadAccident')
  })
})

it('refuses a scene that names a group nobody wrote down, or nothing', () => {
  expect(() => typeOf('', 'vehicle+lorry')).toThrow('no group lorry')
  expect(() => typeOf('', 'vehicle+')).toThrow('incomplete')
})

it('knows every type and group its precedence and scenes speak of', () => {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(new URL(`../../../../resources/classification/${name}.json`, import.meta.url), 'utf8'),
    ) as unknown
  const { types } = read('incidentTypes') as { readonly types: readonly { readonly key: string }[] }
  const known = new Set(types.map(({ key }) => key))
  const words = read('intakeWords') as IntakeWords
  const named = [
    ...Object.keys(words.types),
    ...Object.entries(words.givesWayTo ?? {}).flatMap(([key, others]) => [key, ...others]),
  ]
  expect(named.filter((key) => !known.has(key))).toEqual([])
  expect(
    Object.values(words.types)
      .flatMap(Object.keys)
      .filter((tier) => !TIERS.some((one) => one === tier)),
  ).toEqual([])
  const { scenes } = prepareWords(words)
  const spoken = new Set(scenes.flatMap(({ needs, without, never }) => [...needs, ...without, ...never]))
  const takenIn = Object.values(words.groups ?? {}).flatMap((group) =>
    [...group.matchAll(/@(\w+)/gu)].map(([, name = '']) => name),
  )
  expect(Object.keys(words.groups ?? {}).filter((name) => !spoken.has(name) && !takenIn.includes(name))).toEqual([])
})
