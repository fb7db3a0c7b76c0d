import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { nameLock, takeInstanceLock, takeLock } from '../../../shared/node/instanceLock.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const source = join(import.meta.dirname, '../../../shared/node/instanceLock.ts')

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

it('names the lock the same under every version of Node: an abstract name of full length', () => {
  const name = nameLock(folder, 'linux')
  expect(name).toMatch(/^\0zhenshou-[0-9a-f]{32}-+$/)
  expect(Buffer.byteLength(name)).toBe(108)
})

it('takes over a socket file that a killed process left, and respects one that is answered', async () => {
  const file = join(folder, 'left.sock')
  const script = `import { takeLock } from ${JSON.stringify(source)}
    await takeLock(${JSON.stringify(file)}, () => undefined)
    console.log('taken'); setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script])
  await new Promise((done) => child.stdout.once('data', done))
  expect(await takeLock(file, () => undefined)).toBeUndefined()
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
  expect(existsSync(file)).toBe(true)
  const lock = await takeLock(file, () => undefined)
  expect(lock).toBeDefined()
  lock?.release()
})
