// A lint rule that has quietly stopped firing protects nobody: each one is shown a violation here.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'

const bin = join(projectRoot, 'node_modules/.bin')

/** A small project of its own with this one's configuration, so that real files may break the rules. */
function makeHouse(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), 'zhenshou-house-'))
  const configs = ['.biome.json', '.oxlintrc.json', 'tsconfig.json', 'shared/tsconfig.json', 'renderer/tsconfig.json']
  for (const file of [...configs, 'hub/tsconfig.json', 'shared/node/tsconfig.json']) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    cpSync(join(projectRoot, file), join(house, file))
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(house, 'node_modules'), 'dir')
  writeFileSync(join(house, '.gitignore'), 'node_modules\n')
  return house
}

function run(house: string, tool: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [join(bin, tool), ...args], { cwd: house, encoding: 'utf8' })
  return `${done.stdout}${done.stderr}`
}

describe('biome', () => {
  const long = Array.from({ length: 401 }, (_, line) => `export const n${line} = ${line}`).join('\n')
  const house = makeHouse({
    'shared/domain/any.ts': 'export function f(x: any) {\n  return x\n}\n',
    'shared/domain/barrel.ts': "export * from './any.ts'\n",
    'shared/domain/one.ts': "import { two } from './two.ts'\n\nexport const one = () => two\n",
    'shared/domain/two.ts': "import { one } from './one.ts'\n\nexport const two = () => one\n",
    'shared/domain/long.ts': long,
    'electron/store/migrations/001_long.ts': long,
    'shared/domain/node.ts': "import { join } from 'node:path'\n\nexport const p = join('a')\n",
    'electron/store/app.ts': "import { app } from 'electron'\n\nexport const a = app\n",
    'electron/ipc/page.ts': "import { b } from '../../renderer/api.ts'\n\nexport const a = b\n",
    'renderer/app/desk.ts': "import { d } from '../../electron/desk.ts'\n\nexport const a = d\n",
    'renderer/app/node.ts': "import { d } from '../../shared/node/openDatabase.ts'\n\nexport const a = d\n",
    'hub/core/desk.ts': "import { d } from '../../electron/sync/engine.ts'\n\nexport const a = d\n",
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))
  const report = run(house, 'biome', 'lint', '--reporter=json', '--max-diagnostics=none')
  type Diagnostic = { category: string; location: { path: string | { file: string } } }
  const { diagnostics } = JSON.parse(/^\{.*\}$/m.exec(report)?.[0] ?? '{"diagnostics":[]}') as {
    diagnostics: Diagnostic[]
  }
  const fired = diagnostics.map(({ category, location }) => {
    const path = typeof location.path === 'string' ? location.path : location.path.file
    return `${category.split('/').at(-1)} ${path}`
  })

  it.each([
    ['noExplicitAny', 'shared/domain/any.ts'],
    ['noBarrelFile', 'shared/domain/barrel.ts'],
    ['noImportCycles', 'shared/domain/one.ts'],
    ['noExcessiveLinesPerFile', 'shared/domain/long.ts'],
    ['noRestrictedImports', 'shared/domain/node.ts'],
    ['noRestrictedImports', 'electron/store/app.ts'],
    ['noRestrictedImports', 'electron/ipc/page.ts'],
    ['noRestrictedImports', 'renderer/app/desk.ts'],
    ['noRestrictedImports', 'renderer/app/node.ts'],
    ['noRestrictedImports', 'hub/core/desk.ts'],
  ])('%s fires in %s', (rule, path) => {
    expect(fired).toContain(`${rule} ${path}`)
  })

  it('lets migrations be long', () => {
    expect(fired).not.toContain('noExcessiveLinesPerFile electron/store/migrations/001_long.ts')
  })
})

describe('the type checker', () => {
  it('refuses an import across rooms that no tsconfig declares, and Node in the page', () => {
    const house = makeHouse({
      'shared/a.ts': 'export const a = 1\n',
      'shared/b.ts': 'export const b: string = process.platform\n',
      'hub/a.ts': 'export const secret = 1\n',
      'renderer/a.ts': "import { secret } from '../hub/a.ts'\nexport const a = secret\n",
      'renderer/b.ts': "import { readFileSync } from 'node:fs'\nexport const b = readFileSync\n",
    })
    const output = run(house, 'tsc', '-b', 'renderer')
    rmSync(house, { recursive: true, force: true })
    expect(output).toContain('TS6307')
    expect(output).toMatch(/shared\/b\.ts.*process/)
  })
})

describe('oxlint', () => {
  it('finds a promise nobody waits for, of a library too', () => {
    const house = makeHouse({
      'hub/a.ts': "import { readFile } from 'node:fs/promises'\nexport function f() {\n  readFile('x')\n}\n",
    })
    const output = run(house, 'oxlint', '--type-aware', 'hub')
    rmSync(house, { recursive: true, force: true })
    expect(output).toContain('no-floating-promises')
  })
})
