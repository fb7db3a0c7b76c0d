import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/ipc/languages.ts'
import { collectExhibits } from '../gallery/collect.ts'
import { renderPage, strictI18n } from './renderPage.tsx'

const exhibits = collectExhibits(import.meta.glob('../../renderer/**/states.{ts,tsx}', { eager: true }))

it('every feature with a view shows its states', () => {
  const views = Object.keys(import.meta.glob('../../renderer/features/**/*View.tsx')).map(folderOf)
  const withStates = Object.keys(import.meta.glob('../../renderer/features/**/states.{ts,tsx}')).map(folderOf)
  expect([...new Set(views)].filter((folder) => !withStates.includes(folder))).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  let texts: Awaited<ReturnType<typeof strictI18n>>
  beforeAll(async () => {
    texts = await strictI18n(language)
  })

  it.each(exhibits.map((exhibit) => [exhibit.name, exhibit] as const))('%s', (_, exhibit) => {
    const html = renderPage(texts, exhibit.render())
    expect(html.length).toBeGreaterThan(0)
    // What a wrong template leaves behind.
    expect(html).not.toMatch(/\{\{|undefined|\[object Object\]|NaN/)
  })
})

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
