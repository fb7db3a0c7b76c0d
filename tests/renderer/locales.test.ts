import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { LANGUAGES } from '../../shared/ipc/languages.ts'
import { DYNAMIC_KEYS } from './dynamicKeys.ts'
import { findKeyUses, flatten, patternOf } from './localeKeys.ts'

/** Handed whole to a library, which asks for what it needs. */
const GIVEN_WHOLE = ['grid']
/** Rooms with a default namespace of their own: their words are said by another program than the page. */
const OWN_DEFAULT = { 'hub/': 'hub', 'electron/shell/': 'shell' }

const sources = globSync(['renderer/**/*.{ts,tsx}', 'electron/**/*.ts', 'shared/**/*.ts', 'hub/**/*.ts'], {
  cwd: projectRoot,
  exclude: (name) => name === 'node_modules' || name === 'runtime',
}).map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(projectRoot, path), 'utf8') }))

const uses = sources
  .flatMap(({ path, text }) => findKeyUses(path, text))
  .map((use) => {
    const own = Object.entries(OWN_DEFAULT).find(([room]) => use.file.startsWith(room))?.[1]
    return own ? { ...use, namespaces: [own] } : use
  })

const keys = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    globSync(`resources/locales/${language}/*.json`, { cwd: projectRoot }).flatMap((path) =>
      flatten(JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))).map(
        (key) => `${basename(path, '.json')}:${key}`,
      ),
    ),
  ]),
)
const chinese = keys['zh-CN'] ?? []

/** Whether a key, or one its template can become, is there. Each pattern is made once: some thousand keys are asked for. */
const exists = (key: string) => {
  const pattern = patternOf(key)
  return chinese.some((known) => pattern.test(known))
}
const candidates = ({ key, namespaces }: { key: string; namespaces: readonly string[] }) =>
  namespaces.map((namespace) => `${namespace}:${key}`)

describe('the texts', () => {
  it('are the same keys in both languages', () => {
    // English has a singular; Chinese has none.
    const plain = (all: readonly string[] = []) => [...new Set(all)].filter((key) => !key.endsWith('_one')).sort()
    expect(plain(keys.en)).toEqual(plain(chinese))
  })

  it('are never empty', () => {
    const empty = LANGUAGES.flatMap((language) =>
      globSync(`resources/locales/${language}/*.json`, { cwd: projectRoot }).filter((path) =>
        /:\s*""/.test(readFileSync(join(projectRoot, path), 'utf8')),
      ),
    )
    expect(empty).toEqual([])
  })

  it('exist for every key the source asks for', () => {
    expect(uses.length).toBeGreaterThan(100)
    const missing = uses
      .filter((use) => !candidates(use).some(exists))
      .map(({ file, key, namespaces }) => `${file}: ${namespaces.join('|')}:${key}`)
    expect(missing).toEqual([])
  })

  it('exist for every value a template can hold', () => {
    const missing = Object.entries(DYNAMIC_KEYS).flatMap(([template, values]) =>
      values.map((value) => template.replace('*', value)).filter((key) => !exists(key)),
    )
    expect(missing).toEqual([])
  })

  it('exist for every refusal', () => {
    const codes = sources.flatMap(({ text }) =>
      [...text.matchAll(/new (?:CommandError|DeskError)\(\s*'([^']+)'/g)].map(([, code]) => `errors:${code}`),
    )
    expect(codes.length).toBeGreaterThan(10)
    expect([...new Set(codes)].filter((code) => !chinese.includes(code))).toEqual([])
  })

  it('are all used', () => {
    const codes = sources.flatMap(({ text }) =>
      [...text.matchAll(/new CommandError\(`([^`]+)`/g)].map(
        ([, code = '']) => `errors:${code.replace(/\$\{[^}]*\}/g, '*')}`,
      ),
    )
    const asked = [...new Set([...uses.flatMap(candidates), ...codes])].map(patternOf)
    const literals = new Set(sources.flatMap(({ text }) => [...text.matchAll(/'([\w.:-]+)'/g)].map(([, word]) => word)))
    const isUsed = (known: string) => {
      const [namespace = '', key = ''] = known.split(':')
      if (GIVEN_WHOLE.includes(namespace)) return true
      // A refusal's code, or a key kept in a constant, stands somewhere as a literal.
      return asked.some((pattern) => pattern.test(known)) || literals.has(known) || literals.has(key)
    }
    expect(chinese.filter((known) => !isUsed(known))).toEqual([])
  })
})

describe('the search for keys', () => {
  it('finds literals, choices, templates and namespaces', () => {
    const text = `
      const { t } = useTranslation('log')
      t('title'); t(open ? 'a.open' : 'a.closed', { n: f('x') }); t(\`group.\${groupOf(line, \`\${y}\`)}.end\`)
      t('common:form.cancel'); t(post === 'leader' ? 'lead' : 'duty'); format('no')
    `
    expect(findKeyUses('x.ts', text).map(({ key, namespaces }) => `${namespaces}:${key}`)).toEqual([
      'log:title',
      'log:a.open',
      'log:a.closed',
      'log:group.*.end',
      'common:form.cancel',
      'log:lead',
      'log:duty',
    ])
  })

  it('takes the variants of a key as the key', () => {
    expect(patternOf('call.recorded').test('call.recorded_attached')).toBe(true)
    expect(patternOf('call.recorded').test('call.recordedAgain')).toBe(false)
    expect(patternOf('group.*').test('group.call')).toBe(true)
    expect(patternOf('group.*').test('groups.call')).toBe(false)
  })
})
