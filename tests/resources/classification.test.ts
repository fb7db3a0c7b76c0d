import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { readClassification } from '../../electron/classification.ts'
import { findResource } from '../../electron/findResource.ts'
import { pinyinInitials } from '../../renderer/components/pinyin.ts'
import { nameOf, termOf } from '../../shared/domain/classification.ts'
import { LIFE_FIELDS } from '../../shared/domain/incident/figures.ts'

const all = readClassification()

it('can be read whole', () => {
  expect(all.unreadable).toEqual([])
  expect(all.types.length).toBeGreaterThan(50)
})

it.each(['groups', 'types', 'bodies', 'sources'] as const)('names every one of its %s once', (list) => {
  const entries = all[list]
  for (const of of [
    (one: (typeof entries)[number]) => one.key,
    (one: (typeof entries)[number]) => one.name['zh-CN'],
    (one: (typeof entries)[number]) => one.name.en,
  ])
    expect(new Set(entries.map(of)).size).toBe(entries.length)
})

it('gives every type a group and a competent body that exist, and no code it does not know', () => {
  for (const { group, body, gbt35561 } of all.types) {
    expect(all.groups.map(({ key }) => key)).toContain(group)
    expect(all.bodies.map(({ key }) => key)).toContain(body)
    expect(gbt35561).toBeNull()
  }
})

it.each(['types', 'bodies', 'sources'] as const)('%s are found by the initials of their names', (list) => {
  expect(all[list].map(({ initials }) => initials)).toEqual(all[list].map(({ name }) => pinyinInitials(name['zh-CN'])))
})

it('has the hazards the policies add to the quick report, and every source of a duty room', () => {
  const names = all.types.map(({ name }) => name['zh-CN'])
  expect(names).toEqual(
    expect.arrayContaining(['城镇内涝', '堤防险情', '山洪', '山体滑坡', '泥石流', '森林火灾', '堰塞湖', '冰湖溃决']),
  )
  const sources = all.sources.map(({ name }) => name['zh-CN'])
  expect(sources).toEqual(
    expect.arrayContaining([
      '110',
      '119',
      '120',
      '12345',
      '网格员',
      '村干部',
      '群众来电',
      '县应急局',
      '县总值班室',
      '巡查',
      '其他',
    ]),
  )
})

it.each(['zh-CN', 'en'])('every figure has a name, an official name and a unit in %s', (language) => {
  const texts = JSON.parse(readFileSync(findResource(`locales/${language}/figures.json`), 'utf8'))
  const keys = all.figures.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(Object.keys(texts)).toEqual([...keys, 'full', 'unit'])
  expect(new Set(keys.map((key) => texts[key])).size).toBe(keys.length)
  expect(Object.keys(texts.full)).toEqual(keys)
  expect(Object.keys(texts.unit)).toEqual(keys)
})

it('asks first for the figures that mean lives', () => {
  expect(all.figures.filter(({ part }) => part === 'life').map(({ key }) => key)).toEqual([...LIFE_FIELDS])
})

it('leaves out a file that somebody broke, names it, and keeps the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-test-'))
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{"source":"","sources":[{"key":"x"}]}')
  const silent = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const rest = readClassification((path) => (path.endsWith('callSources.json') ? broken : findResource(path)))
  silent.mockRestore()
  expect(rest).toEqual({ ...all, sources: [], unreadable: ['callSources.json'] })
})

it('keeps the official name in the record and shows it in the reader’s language', () => {
  const landslide = all.types.find(({ key }) => key === 'landslide')
  const term = landslide && termOf(landslide)
  expect(term).toEqual({ key: 'landslide', name: '山体滑坡' })
  expect(term && nameOf(all.types, term, 'en')).toBe('Landslide')
  expect(term && nameOf(all.types, term, 'zh-CN')).toBe('山体滑坡')
  expect(nameOf(all.types, { key: 'gone', name: '旧类型' }, 'en')).toBe('旧类型')
})
