import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Backup, nameBackup, pickSuperfluous, turnOf } from '../../../../electron/store/backup/backupFiles.ts'

const HOUR_MS = 3_600_000
const START_MS = Date.UTC(2026, 6, 13, 18, 40)
const at = (atMs: number, turn = 0): Backup => ({ path: nameBackup(atMs, turn), atMs, turn, bytes: 1 })

describe('backups', () => {
  it('are named by the clock on the wall', () => {
    expect(nameBackup(START_MS)).toBe('duty-20260714-0240.db')
  })

  it('taken every hour for 60 days: the newest four, one a day for a week, one a week for a month', () => {
    let kept: readonly Backup[] = []
    for (let hour = 0; hour < 60 * 24; hour += 1) {
      const all = [...kept, at(START_MS + hour * HOUR_MS)]
      const gone = pickSuperfluous(all)
      kept = all.filter((backup) => !gone.includes(backup))
    }
    const ages = kept.map(({ atMs }) => Math.round((START_MS + (60 * 24 - 1) * HOUR_MS - atMs) / HOUR_MS)).reverse()
    expect(ages.slice(0, 4)).toEqual([0, 1, 2, 3])
    expect(ages.length).toBeLessThanOrEqual(4 + 7 + 4)
    expect(ages.at(-1)).toBeGreaterThan(2 * 7 * 24)
  })

  it('taken after the clock was set back are still the newest, and stay', () => {
    const hourly = [0, 1, 2, 3, 4, 5].map((hour) => at(START_MS + hour * HOUR_MS)).toReversed()
    const back = Date.UTC(2020, 0, 1)
    const turn = turnOf(back, hourly)
    expect(nameBackup(back, turn)).toBe('duty-20200101-0800-1.db')
    for (const spare of [true, false]) {
      const gone = pickSuperfluous([...hourly, at(back, turn)], spare)
      expect(gone).not.toContainEqual(at(back, turn))
      expect(gone).not.toContainEqual(hourly[0])
    }
    // Set right again: later than the one before, by its name and by its place.
    expect(turnOf(START_MS + 6 * HOUR_MS, [at(back, turn), ...hourly])).toBe(1)
    expect([turnOf(START_MS, []), turnOf(START_MS + 30_000, [at(START_MS)])]).toEqual([0, 0])
  })

  it('keep the newest two whatever happens, only those when the disk is short', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 40 }), fc.boolean(), (minutes, spare) => {
        const all = minutes.map((minute) => at(START_MS + minute * 60_000))
        const gone = pickSuperfluous(all, spare)
        const newest = all.toSorted((a, b) => b.atMs - a.atMs).slice(0, 2)
        for (const backup of newest) expect(gone).not.toContain(backup)
        if (!spare) expect(all.length - gone.length).toBe(Math.min(2, all.length))
      }),
    )
  })
})
