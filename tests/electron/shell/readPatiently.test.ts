import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readPatiently } from '../../../electron/shell/readPatiently.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-patient-'))
const file = join(folder, 'page.js')
writeFileSync(file, 'code')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file that another program holds for the first `times` attempts; `waited` are the pauses, ms, none of them real. */
function held(times: number, code = 'EBUSY') {
  const waited: number[] = []
  let left = times
  const read = async (path: string) => {
    left -= 1
    if (left >= 0) throw Object.assign(new Error(`${code}: held`), { code })
    return readFile(path)
  }
  const pause = async <T>(ms?: number, value?: T) => {
    waited.push(ms ?? 0)
    return value as T
  }
  return { waited, answer: () => readPatiently(file, read, pause) }
}
const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes)

it('reads at once what can be read', async () => {
  const { waited, answer } = held(0)
  expect(await text(answer())).toBe('code')
  expect(waited).toEqual([])
})

it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'EIO'])(
  'waits longer and longer while it is refused: %s',
  async (code) => {
    const { waited, answer } = held(3, code)
    expect(await text(answer())).toBe('code')
    expect(waited).toEqual([50, 100, 200])
  },
)

it('gives up after about three seconds, and at once on a file that is not there', async () => {
  const { waited, answer } = held(100)
  await expect(answer()).rejects.toMatchObject({ code: 'EBUSY' })
  expect(waited.reduce((sum, ms) => sum + ms)).toBe(3150)
  const missing = held(0)
  await expect(
    readPatiently(join(folder, 'none.js'), readFile, async () => missing.waited.push(1) as never),
  ).rejects.toMatchObject({ code: 'ENOENT' })
  expect(missing.waited).toEqual([])
})
