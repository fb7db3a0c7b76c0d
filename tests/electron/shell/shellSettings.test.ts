import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { DEFAULT_SHELL_SETTINGS, openShellSettings, settingsFrom } from '../../../electron/shell/shellSettings.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-shell-'))
const path = join(folder, 'shell.json')
beforeEach(() => rmSync(path, { force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bounds = { x: -1200, y: 40, width: 1200, height: 800 }

it('remembers from one start to the next', () => {
  const first = openShellSettings(path)
  expect(first.current()).toEqual(DEFAULT_SHELL_SETTINGS)
  first.change({ language: 'en', bounds })
  first.change({ maximized: true, zoom: 2, alwaysAwake: true, closingExplained: true })
  expect(openShellSettings(path).current()).toEqual({
    language: 'en',
    bounds,
    maximized: true,
    zoom: 2,
    alwaysAwake: true,
    closingExplained: true,
  })
})

it('writes nothing when nothing changed', () => {
  openShellSettings(path).change({ zoom: 0 })
  expect(() => readFileSync(path)).toThrow(/ENOENT/)
})

it.each(['', '{', 'null', '7', '[]'])('starts with the defaults from a file that says %j', (text) => {
  writeFileSync(path, text)
  expect(openShellSettings(path).current()).toEqual(DEFAULT_SHELL_SETTINGS)
})

it('takes what is usable of a damaged file', () => {
  expect(
    settingsFrom({ language: 'fr', bounds: { ...bounds, x: '0' }, maximized: 'yes', zoom: 99, alwaysAwake: true }),
  ).toEqual({ ...DEFAULT_SHELL_SETTINGS, zoom: 5, alwaysAwake: true })
  expect(settingsFrom({ zoom: -2.7, bounds: [1, 2, 3, 4] })).toEqual({ ...DEFAULT_SHELL_SETTINGS, zoom: -2 })
})

it('keeps a choice for this run where the folder cannot be written', () => {
  writeFileSync(path, '')
  const settings = openShellSettings(join(path, 'below-a-file.json'))
  settings.change({ language: 'en' })
  expect(settings.current().language).toBe('en')
})
