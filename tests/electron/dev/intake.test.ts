import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { projectRoot } from '../../../electron/dev/cacheFolder.ts'
import { makeFolder, removeFolder } from '../../support/storeFixture.ts'

const folder = makeFolder()
afterAll(() => removeFolder(folder))

function township(text: string): string {
  const path = join(folder, 'township.json')
  writeFileSync(path, text)
  return path
}

function intake(file: string, now: string, input: string) {
  const args = [join(projectRoot, 'electron/dev/intake.ts'), '--township', file, '--now', now]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { input, encoding: 'utf8' })
  return { stdout, stderr, status }
}

const VILLAGES = '{"villages":[{"name":"李家湾村"},{"name":"石门村","aliases":["老石门"],"groups":["石门二组"]}]}'

it('writes one JSON a sentence, also for an empty line and a last line without an end', () => {
  const lines = '3点20李家湾二组后山滑坡,埋了两个人,已经转移15人,老王打电话来的\n\n老石门2组着火了'
  const { stdout, stderr, status } = intake(township(VILLAGES), '2026-07-14T03:40', lines)
  expect([stderr, status]).toEqual(['', 0])
  expect(
    stdout
      .split('\n')
      .slice(0, -1)
      .map((row) => JSON.parse(row) as unknown),
  ).toEqual([
    {
      type: 'landslide',
      village: '李家湾村',
      group: '二组',
      at: '2026-07-14T03:20',
      trapped: 2,
      evacuated: 15,
      caller: '老王',
      evidence: {
        type: [9, 13],
        village: [4, 7],
        group: [7, 9],
        at: [0, 4],
        trapped: [14, 19],
        evacuated: [20, 27],
        caller: [28, 30],
      },
    },
    {},
    {
      type: 'buildingFire',
      village: '石门村',
      group: '石门二组',
      evidence: { type: [5, 7], village: [0, 3], group: [3, 5] },
    },
  ])
})

it('takes the time with a zone, and Beijing time without one', () => {
  const file = township(VILLAGES)
  const at = (now: string) => (JSON.parse(intake(file, now, '刚才滑坡了').stdout) as { at: string }).at
  expect([at('2026-07-13T19:40:00Z'), at('2026-07-14T03:40'), at('2026-07-14 03:40:30')]).toEqual(
    new Array(3).fill('2026-07-14T03:40'),
  )
})

it.each([
  ['not json', 'The township file is no JSON'],
  ['{"villages":3}', 'The township file has no list "villages"'],
  ['{"villages":[{"nom":"石门村"}]}', 'Village 1 of the township file has no "name"'],
])('says what is wrong with the township file %s', (text, sentence) => {
  const { stdout, stderr, status } = intake(township(text), '2026-07-14T03:40', '滑坡\n')
  expect([stdout, stderr.split('\n').length, status]).toEqual(['', 2, 2])
  expect(stderr).toContain(sentence)
})

it('says that the file is missing, and that the time is none', () => {
  const gone = intake(join(folder, 'gone.json'), '2026-07-14T03:40', '滑坡\n')
  expect([gone.stdout, gone.status, gone.stderr.includes('cannot be read')]).toEqual(['', 2, true])
  const never = intake(township(VILLAGES), 'soon', '滑坡\n')
  expect([never.stdout, never.status, never.stderr.includes('--now is no date and time: soon')]).toEqual(['', 2, true])
})
