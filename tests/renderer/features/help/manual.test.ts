import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../electron/dev/cacheFolder.ts'
import { rooms } from '../../../../renderer/app/rooms.ts'
import { HELP_PAGES } from '../../../../renderer/features/help/pages.ts'
import { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import { keysOf, labelsOf, limitsOf, linksOf, localePatterns, readManual } from './readManual.ts'

const sources = globSync('renderer/**/*.tsx', { cwd: projectRoot }).map((path) =>
  readFileSync(join(projectRoot, path), 'utf8'),
)
/** Pages the source asks for: of a page root, a panel, a dialog. */
const places = sources.flatMap((text) => [...text.matchAll(/\b(?:data-)?help="(\w+)"/g)].map(([, page = '']) => page))

describe('the manual', () => {
  it('has a page for every room and for every place that asks for one', () => {
    expect(places.length).toBeGreaterThan(10)
    expect([...rooms.map(({ id }) => id), ...places].filter((page) => !HELP_PAGES.includes(page))).toEqual([])
  })

  it('says the same in both languages: the same keys, links, limits and labels, line by line of each kind', () => {
    const [chinese, english] = LANGUAGES.map((language) =>
      readManual(language).map(({ page, text }) => ({
        page,
        keys: keysOf(text),
        links: [...linksOf(text)].sort(),
        limits: limitsOf(text).length,
        headings: text.split('\n').filter((line) => /^#/.test(line)).length,
        items: text.split('\n').filter((line) => /^(\d+\.|-) /.test(line)).length,
        labels: labelsOf(text).length,
      })),
    )
    expect(english).toEqual(chinese)
  })
})

describe.each(LANGUAGES)('the manual in %s', (language) => {
  const pages = readManual(language)
  const isLabel = localePatterns(language)

  it('has a file for every page of the list, and no other', () => {
    expect(pages.map(({ page }) => page)).toEqual([...HELP_PAGES].sort())
  })

  it.each(pages)('$page: one title, at its beginning, and not too long', ({ text }) => {
    expect(text.startsWith('# ')).toBe(true)
    expect(text.match(/^# /gm)).toHaveLength(1)
    expect(text.split('\n').length).toBeLessThan(100)
  })

  it.each(pages)('$page: links lead to pages', ({ text }) => {
    expect(linksOf(text).filter((target) => !HELP_PAGES.includes(target))).toEqual([])
  })

  it.each(pages)('$page: what is in bold stands on the screen', ({ text }) => {
    expect(labelsOf(text).filter((label) => !isLabel(label))).toEqual([])
  })

  it.each(pages)('$page: no mark is left open, and nothing of HTML', ({ text }) => {
    expect(text.match(/<\/?\w/g)).toBeNull()
    for (const block of text.split('\n')) {
      expect((block.match(/\*\*/g) ?? []).length % 2).toBe(0)
      expect((block.match(/`/g) ?? []).length % 2).toBe(0)
    }
  })

  it.each(pages)('$page: every limit is in resources/rules, with its number and its source', ({ text }) => {
    const wrong = limitsOf(text).filter((line) => !limits.some((limit) => isStatedBy(line, limit)))
    expect(wrong).toEqual([])
  })
})

interface Limit {
  readonly source: string
  /** How the number is written; null for what is no number of its own. */
  readonly said: RegExp | null
}

/** Every limit of the rule files. */
const limits: readonly Limit[] = globSync('resources/rules/*.json', { cwd: projectRoot }).flatMap((path) => {
  const file: unknown = JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))
  return rulesOf(file).map(({ source, value, unit, minimum }) => ({
    source: typeof source === 'string' ? source : `${source.document}，${source.article}`,
    said:
      minimum !== undefined
        ? new RegExp(`\\b${minimum}\\b|${minimum}人`)
        : value === undefined || basename(path) !== 'clocks.json'
          ? null
          : new RegExp(numbersOf(value, unit).join('|')),
  }))
})

interface Rule {
  readonly source: string | { readonly document: string; readonly article: string }
  readonly value?: number
  readonly unit?: string
  readonly minimum?: number
}

function rulesOf(file: unknown): readonly Rule[] {
  const { rules = [], schemes = [] } = file as { rules?: readonly Rule[]; schemes?: readonly Rule[] }
  return [...rules, ...schemes]
}

/** How a value is written, in either language. */
function numbersOf(value: number, unit = ''): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    minutes: [
      `(?<!\\d)${value}分钟`,
      `\\b${value} minutes`,
      ...(value % 60 === 0 ? [`(?<!\\d)${value / 60}小时`, `\\b${value / 60} hours?`] : []),
    ],
    minuteOfDay: [`(?<!\\d)${value / 60}时`, `\\b${value / 60}:00`],
    workingDays: [`(?<!\\d)${value}个工作日`, `\\b${value} working days`],
    times: [`(?<!\\d)${value}次`, `\\b${value} calls`],
    percent: [`四分之一`, 'quarter'],
  }
  return words[unit] ?? [`${value}`]
}

/** The own words of the line carry the number, and the rule's source follows as the file has it. */
function isStatedBy(line: string, { source, said }: Limit): boolean {
  const at = line.indexOf(source)
  return at > 0 && (said === null || said.test(line.slice(0, at)))
}
