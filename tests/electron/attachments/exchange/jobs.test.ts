import { expect, it } from 'vitest'
import { jobsFor } from '../../../../electron/attachments/exchange/jobs.ts'
import type { WantedFile } from '../../../../electron/store/repositories/attachments.ts'

const wire = (bitRate: number) =>
  ({ hubEpoch: '1-a', settings: { bitRate, billing: 'free' } }) as unknown as Parameters<typeof jobsFor>[0]
const BROAD = wire(10_000_000)
const NARROW = wire(9_600)
const file = (sha: string, kind: WantedFile['kind']): WantedFile => ({ sha, size: 1, kind, urgent: false })
const files = [file('t1', 'thumb'), file('t2', 'thumb'), file('o1', 'original'), file('o2', 'original')]

/** t1 and o1 are at the county. */
function view(here: readonly string[], asked: '' | 'send' | 'fetch' = '') {
  const looked: string[] = []
  const isHere = (sha: string) => {
    looked.push(sha)
    return here.includes(sha)
  }
  const note = (sha: string) => ({ heldEpoch: sha.endsWith('1') ? '1-a' : '', asked })
  return { looked, files, note, isHere, isRefused: () => false }
}
const jobs = (way: typeof BROAD, of: ReturnType<typeof view>) =>
  jobsFor(way, of).map(({ way: which, sha }) => `${which} ${sha}`)

it('sends what the county has not, fetches small pictures, and over a narrow link only what is asked for', () => {
  expect(jobs(BROAD, view(['t2', 'o2']))).toEqual(['fetch t1', 'send t2', 'send o2'])
  expect(jobs(NARROW, view(['t2', 'o2']))).toEqual([])
  expect(jobs(NARROW, view(['t2', 'o2'], 'send'))).toEqual(['send t2', 'send o2'])
  expect(jobs(NARROW, view([], 'fetch'))).toEqual(['fetch t1', 'fetch t2', 'fetch o1', 'fetch o2'])
})

it('does not look on the disk for what is at the county and wanted by nobody', () => {
  const all = view(['t1', 't2', 'o1', 'o2'])
  jobsFor(BROAD, all)
  expect(all.looked).not.toContain('o1')
  const narrow = view(['t1'])
  jobsFor(NARROW, narrow)
  expect(narrow.looked).toEqual(['t2', 'o2'])
})
