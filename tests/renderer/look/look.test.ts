import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { languageFrom } from '../../../renderer/i18n/i18n.ts'
import { DEFAULT_LOOK, keepLook, readLook } from '../../../renderer/look/look.ts'

const storageWith = (value: string | null) => ({ getItem: () => value })

it('keeps theme, size and language, and takes only what it knows', () => {
  const kept: string[] = []
  keepLook({ setItem: (_, value) => kept.push(value) }, { theme: 'dark', size: 'large', language: 'en' })
  expect(readLook(storageWith(kept[0] ?? null))).toEqual({ theme: 'dark', size: 'large', language: 'en' })
  for (const bad of [null, '', 'null', '[]', '{"theme":"pink","size":7,"language":"fr"}', '{broken'])
    expect(readLook(storageWith(bad))).toEqual(DEFAULT_LOOK)
})

it('the command line chooses the language, then the settings, then Chinese', () => {
  expect([
    languageFrom('?lang=en', 'zh-CN'),
    languageFrom('', 'en'),
    languageFrom('?lang=fr', null),
    languageFrom('', 'xx'),
  ]).toEqual(['en', 'en', 'zh-CN', 'zh-CN'])
})

it('the script before the first paint reads the same settings', () => {
  const script = readFileSync(new URL('../../../renderer/firstPaint.js', import.meta.url), 'utf8')
  const paint = (look: string | null, systemDark: boolean, search = '') => {
    const root = { dataset: {} as Record<string, string>, lang: '' }
    new Function('localStorage', 'document', 'matchMedia', 'location', script)(
      storageWith(look),
      { documentElement: root },
      () => ({ matches: systemDark }),
      { search },
    )
    return [root.dataset.theme, root.dataset.size, root.lang]
  }
  expect([
    paint(null, true),
    paint('{"theme":"light","size":"large"}', true),
    paint('{"theme":"dark","language":"en"}', false),
    paint('{broken', false, '?lang=en'),
  ]).toEqual([
    ['dark', 'normal', 'zh-CN'],
    ['light', 'large', 'zh-CN'],
    ['dark', 'normal', 'en'],
    ['light', 'normal', 'en'],
  ])
})
