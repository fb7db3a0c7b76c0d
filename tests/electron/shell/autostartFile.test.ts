import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import {
  autostartPath,
  desktopEntry,
  isAutostartFile,
  quoteExec,
  setAutostartFile,
} from '../../../electron/shell/autostartFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-autostart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'new', 'autostart', 'zhenshou.desktop')

it.each([
  ['/opt/镇守/zhenshou', '"/opt/镇守/zhenshou"'],
  ['--data=/home/a b', '"--data=/home/a b"'],
  ['100%', '"100%%"'],
  ['a"b', '"a\\\\"b"'],
  ['$HOME', '"\\\\$HOME"'],
  ['a\\b', '"a\\\\\\\\b"'],
])('quotes %s', (argument, quoted) => {
  expect(quoteExec(argument)).toBe(quoted)
})

it('follows XDG_CONFIG_HOME where it is a whole path', () => {
  expect(autostartPath({ XDG_CONFIG_HOME: '/x' })).toBe('/x/autostart/zhenshou.desktop')
  const usual = join(homedir(), '.config/autostart/zhenshou.desktop')
  expect(autostartPath({ XDG_CONFIG_HOME: 'x' })).toBe(usual)
  expect(autostartPath({})).toBe(usual)
})

it('switches on and off', () => {
  expect(isAutostartFile(path)).toBe(false)
  setAutostartFile(path, desktopEntry(['/opt/zhenshou', '--data=/d d'], '/opt/icon.png'))
  expect(isAutostartFile(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain('Exec="/opt/zhenshou" "--data=/d d"\nIcon=/opt/icon.png\n')
  setAutostartFile(path, null)
  expect(isAutostartFile(path)).toBe(false)
})

it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('sees that the desktop switched it off by %s', (line) => {
  const off = join(folder, 'off.desktop')
  writeFileSync(off, `[Desktop Entry]\n${line}\n`)
  expect(isAutostartFile(off)).toBe(false)
})

it('starts what it names, as a desktop reads it', ({ skip }) => {
  // GLib reads the file as GNOME and most other desktops do.
  const marker = join(folder, 'started $HOME "50%" ok')
  const file = join(folder, 'try.desktop')
  writeFileSync(file, desktopEntry(['/usr/bin/touch', marker], ''))
  const launched = spawnSync('gio', ['launch', file], { encoding: 'utf8' })
  if (launched.error || /unknown command/i.test(launched.stderr)) skip('no gio launch here')
  return expect.poll(() => readFileSync(marker, 'utf8')).toBe('')
})
