import { expect, it } from 'vitest'
import { findViolations, readSources } from './checkHouse.ts'

function check(files: Record<string, string>): string[] {
  return findViolations(Object.entries(files).map(([path, text]) => ({ path, text })))
}

it('the house follows its own rules', () => {
  const files = readSources()
  expect(files.length).toBeGreaterThan(50)
  expect(findViolations(files)).toEqual([])
})

it.each([
  ['shared/domain/a.ts', "import { b } from '../../electron/desk.ts'"],
  ['shared/domain/a.ts', "import { b } from '../node/primitives.ts'"],
  ['shared/protocol/a.ts', "import { createHash } from 'node:crypto'"],
  ['shared/node/a.ts', "export { b } from '../../hub/main.ts'"],
  ['electron/commands/a.ts', "import { b } from '../../renderer/api.ts'"],
  ['electron/sync/a.ts', "import type { b } from '../../hub/core/core.ts'"],
  ['electron/store/a.ts', "import { app } from 'electron'"],
  ['electron/desk.ts', "import { openWindow } from './shell/window.ts'"],
  ['electron/options.ts', "import { app } from 'electron'"],
  ['renderer/app/a.ts', "const b = await import('../../electron/desk.ts')"],
  ['renderer/app/a.ts', "import '../../shared/node/openDatabase.ts'"],
  ['renderer/app/a.ts', "import {\n  readFile,\n} from 'node:fs'"],
  ['hub/core/a.ts', "import { b } from '../../electron/sync/engine.ts'"],
  ['hub/core/a.ts', "import { b } from '../../tests/support/x.ts'"],
])('%s may not say %s', (path, text) => {
  expect(check({ [path]: text })).toHaveLength(1)
})

it.each(['better-sqlite3', 'socket.io-client', 'serialport'])('%s has one door', (name) => {
  const text = `import x from '${name}'`
  expect(check({ 'electron/links/a.ts': text })).toEqual([])
  expect(check({ 'electron/links/a.ts': text, 'electron/links/b.ts': text })).toHaveLength(1)
})

it.each(['ipcMain', 'ipcRenderer'])('%s is taken from electron in one file', (name) => {
  const text = `import { app, ${name} } from 'electron'`
  expect(check({ 'electron/shell/a.ts': text })).toEqual([])
  expect(check({ 'electron/shell/a.ts': text, 'electron/preload/b.ts': text })).toHaveLength(1)
})

it.each([
  'let count = 0',
  'export let current: string | undefined',
  'const open = new Map<string, number>()',
  'const seen: string[] = []',
  'export const cache: Record<string, string> = {}',
])('no state at module level: %s', (line) => {
  expect(check({ 'electron/store/a.ts': `\n${line}\n` })).toHaveLength(1)
})

it('an effect answers nothing but its clean-up', () => {
  expect(check({ 'renderer/a.tsx': 'useEffect(() => box.current?.scrollIntoView())' })).toHaveLength(1)
  expect(check({ 'renderer/a.tsx': 'useEffect(() => {\n  box.current?.scrollIntoView()\n})' })).toEqual([])
})

it('constants and state inside functions are fine', () => {
  const text =
    "const KEYS = ['a']\nconst none: Rules = {}\nconst no: readonly string[] = []\nconst SET = new Set(KEYS)\nfunction f() {\n  let n = 0\n  const m = new Map()\n}\n"
  expect(check({ 'shared/domain/a.ts': text })).toEqual([])
})

it('allowed ways stay open', () => {
  expect(
    check({
      'electron/main.ts': "import { app } from 'electron'\nimport { x } from '../shared/ipc/names.ts'",
      'electron/store/a.ts': "import { y } from '../../shared/node/openDatabase.ts'",
      'renderer/a.tsx': "import zh from '../resources/locales/zh-CN/common.json'",
      'tests/a.test.ts': "import { z } from '../hub/main.ts'\nimport { w } from '../electron/desk.ts'",
    }),
  ).toEqual([])
})
