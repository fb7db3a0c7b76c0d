import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openCardShelf } from '../../electron/cards.ts'
import { readClassification } from '../../electron/classification.ts'
import { findResource } from '../../electron/findResource.ts'
import { draftKeyOf } from '../../renderer/features/response/model.ts'
import { type BothLanguages, cardsFor, stepsOf } from '../../shared/domain/card/card.ts'

const shelf = openCardShelf()
const cards = shelf.all().map(({ card }) => card)

it('are all readable, each in a file of its name', () => {
  expect(shelf.unreadable()).toEqual([])
  expect(cards.map(({ id }) => `${id}.json`).sort()).toEqual(readdirSync(findResource('cards')).sort())
})

it('cover what the duty room is asked to have cards for', () => {
  const asked = [
    ...['flashFlood', 'landslide', 'forestFire', 'earthquake', 'hazardousChemical', 'gasLeak', 'drowning'],
    ...['roadAccident', 'buildingCollapse', 'confinedSpace', 'snowstorm', 'iceLakeOutburst', 'foodPoisoning'],
  ]
  const general = cards.filter(({ types }) => types.length === 0)
  expect(general.map(({ id }) => id)).toEqual(['general'])
  for (const type of asked) expect([type, cardsFor(cards, type, {})]).not.toEqual([type, general])
  expect(cardsFor(cards, '', {})).toEqual(general)
  expect(cardsFor(cards, 'wageDispute', {})).toEqual(general)
})

it('name incident types that exist, no type twice', () => {
  const known = readClassification().types.map(({ key }) => key)
  const named = cards.flatMap(({ types }) => types)
  expect(named.filter((type) => !known.includes(type))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

describe.each(cards.map((card) => [card.id, card] as const))('%s', (_id, card) => {
  const texts: readonly BothLanguages[] = [
    ...[card.title, card.trigger, card.source],
    ...[...stepsOf(card), ...card.forbidden, ...card.watch, ...card.reportFields].map(({ text }) => text),
    ...card.phones.map(({ name }) => name),
  ]

  it('says everything in Chinese and in English', () => {
    for (const text of texts) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text.en).toMatch(/[A-Za-z]/)
      expect(text.en).not.toMatch(/[\p{Script=Han}，。；：]/u)
    }
  })

  it('tells its parts apart, also by the short key of a draft', () => {
    for (const part of [stepsOf(card), card.forbidden, card.watch, card.reportFields, card.phones]) {
      const ids = part.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const keys = stepsOf(card).map(({ id }) => draftKeyOf({ id, card: card.id }))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has steps short enough to be a task, and a report to the county', () => {
    for (const { text } of stepsOf(card)) {
      expect(text['zh-CN'].length).toBeLessThanOrEqual(80)
      expect(text.en.length).toBeLessThanOrEqual(200)
    }
    expect(stepsOf(card).map(({ id }) => id)).toContain('report')
  })
})

it('the rules that cost lives when forgotten are among what is forbidden', () => {
  const forbids = (id: string) =>
    cards
      .find((card) => card.id === id)
      ?.forbidden.map(({ text }) => text['zh-CN'])
      .join('\n')
  expect(forbids('confinedSpace')).toMatch(/未通风、未检测、无装备绝不下井/)
  expect(forbids('gas')).toMatch(/开关任何电器[\s\S]*打电话/)
  expect(forbids('forestFire')).toMatch(/残疾人、孕妇、未成年人/)
  expect(forbids('flashFlood')).toMatch(/不得涉水过河/)
  expect(forbids('hazardousChemical')).toMatch(/无空气呼吸器/)
})

it('leaves out a card that somebody broke, names it, and keeps the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-test-'))
  writeFileSync(join(folder, 'good.json'), readFileSync(findResource('cards/gas.json')))
  writeFileSync(join(folder, 'broken.json'), '{"id":"broken"}')
  const silent = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const some = openCardShelf(folder)
  expect([some.all().map(({ card }) => card.id), some.unreadable()]).toEqual([['gas'], ['broken.json']])
  silent.mockRestore()
})

it('a folder that is not there leaves the desk without cards, not without a desk', () => {
  const silent = vi.spyOn(console, 'error').mockReturnValue(undefined)
  expect(openCardShelf('/nowhere/at/all').all()).toEqual([])
  silent.mockRestore()
})
