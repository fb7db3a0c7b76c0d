import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { takeInstanceLock } from '../../electron/instanceLock.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const source = join(import.meta.dirname, '../../electron/instanceLock.ts')

it('gives a folder to one only, and tells the first about the second', async () => {
  let knocks = 0
  const first = await takeInstanceLock(folder, () => {
    knocks += 1
  })
  expect(first).toBeDefined()
  expect(await takeInstanceLock(folder, () => undefined)).toBeUndefined()
  await expect.poll(() => knocks).toBe(1)
  first?.release()
  const again = await takeInstanceLock(folder, () => undefined)
  expect(again).toBeDefined()
  again?.release()
})

it('knows the same folder under another name', async () => {
  const other = `${folder}-link`
  symlinkSync(folder, other)
  const first = await takeInstanceLock(folder, () => undefined)
  expect(await takeInstanceLock(other, () => undefined)).toBeUndefined()
  first?.release()
  rmSync(other)
})

it('leaves no lock behind when its process is killed', async () => {
  const script = `import { takeInstanceLock } from ${JSON.stringify(source)}
    const lock = await takeInstanceLock(${JSON.stringify(folder)}, () => undefined)
    console.log(lock ? 'taken' : 'refused'); setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script])
  const said = await new Promise<string>((done) => child.stdout.once('data', (data) => done(String(data).trim())))
  expect(said).toBe('taken')
  expect(await takeInstanceLock(folder, () => undefined)).toBeUndefined()
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
  const lock = await takeInstanceLock(folder, () => undefined)
  expect(lock).toBeDefined()
  lock?.release()
})
