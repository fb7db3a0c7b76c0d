import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { type ContentFiles, openContentFiles } from '../../../shared/node/contentFiles.ts'

const bytes = Buffer.from('现场照片')
const sha = createHash('sha256').update(bytes).digest('hex')
let folder: string
let files: ContentFiles

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenshou-content-'))
  files = openContentFiles(folder)
})

it('keeps bytes under their hash, for the next run too', async () => {
  expect([files.has(sha), await files.check(sha)]).toEqual([false, 'missing'])
  await files.put(bytes, sha)
  await files.put(bytes, sha)
  const again = openContentFiles(folder)
  expect([again.has(sha), await again.check(sha), await again.read(sha)]).toEqual([true, 'sound', bytes])
  expect((await again.readRange(sha, 3, 6)).toString()).toBe('场照')
  expect((await again.readRange(sha, 9, 100)).toString()).toBe('片')
})

it('refuses bytes under another name and leaves nothing of them', async () => {
  await expect(files.put(Buffer.from('别的'), sha)).rejects.toMatchObject({ code: 'mismatch' })
  expect([files.has(sha), readdirSync(join(folder, 'aside'))]).toEqual([false, []])
})

it('never gives out bytes that were changed on disk', async () => {
  await files.put(bytes, sha)
  writeFileSync(files.pathOf(sha), '现场照版')
  expect(await files.check(sha)).toBe('damaged')
  await expect(files.read(sha)).rejects.toMatchObject({ code: 'mismatch' })
  await files.setAside(sha)
  await expect(files.read(sha)).rejects.toMatchObject({ code: 'missing' })
  await files.put(bytes, sha)
  expect(await files.read(sha)).toEqual(bytes)
})

it('clears what an interrupted run was gathering', () => {
  writeFileSync(files.newAside(), 'half')
  openContentFiles(folder)
  expect(readdirSync(join(folder, 'aside'))).toEqual([])
})

it('opens also where nothing can be written, and says so when something is to be', () => {
  writeFileSync(join(folder, 'no folder'), '')
  const blocked = openContentFiles(join(folder, 'no folder'))
  expect(blocked.has(sha)).toBe(false)
  expect(() => blocked.newAside()).toThrow()
})
