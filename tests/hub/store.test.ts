import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { orderIssued } from '../../hub/core/countyActs.ts'
import { issueEnrolCode } from '../../hub/core/enrolment.ts'
import { openHub } from '../../hub/openHub.ts'
import { wasRestored } from '../../hub/store/marker.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { silentLog } from '../support/silentLog.ts'

const DIVISION = '360123101'

function order(hub: ReturnType<typeof openHub>, title: string): void {
  const text = {
    id: title,
    no: '0714-县01',
    title,
    text: '',
    urgency: 'ordinary' as const,
    replyBy: null,
    scope: DIVISION,
  }
  hub.core()?.act([orderIssued(text, '王主任')])
}

describe('the hub’s database', () => {
  test('survives a power cut by its pragmas and cannot be rewritten', () => {
    const hub = openHub(makeFolder(), silentLog)
    order(hub, '一')
    const db = hub.db()
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    for (const act of ["UPDATE event SET kind = 'x'", 'DELETE FROM event']) {
      expect(() => db.exec(act)).toThrow('append-only')
    }
    hub.close()
  })

  test('keeps id, key and epoch over a restart', () => {
    const folder = makeFolder()
    const first = openHub(folder, silentLog)
    order(first, '一')
    const before = [first.hubId, first.store().hubEpoch()]
    first.close()
    const second = openHub(folder, silentLog)
    expect([second.hubId, second.store().hubEpoch()]).toEqual(before)
    second.close()
  })

  test('put back from a backup begins a new life by itself', () => {
    const folder = makeFolder()
    const first = openHub(folder, silentLog)
    issueEnrolCode({ ...first.ports, store: first.store() }, first.hubId, { division: DIVISION, name: '青山镇' })
    const epoch = first.store().hubEpoch()
    first.close()
    copyFileSync(join(folder, 'hub.db'), join(folder, 'backup.db'))
    const second = openHub(folder, silentLog)
    order(second, '备份之后')
    expect(second.store().hubEpoch()).toBe(epoch)
    second.close()
    copyFileSync(join(folder, 'backup.db'), join(folder, 'hub.db'))
    const third = openHub(folder, silentLog)
    expect(third.store().hubEpoch()).not.toBe(epoch)
    expect(third.store().hubEpoch()).toMatch(/^2-/)
    third.close()
  })
})

describe('the marker beside the database', () => {
  const now = { hubEpoch: '1-a', commits: 7 }
  test.each([
    ['is absent beside a new database', null, true, false],
    ['is absent beside one that is not new', null, false, true],
    ['lags', { hubEpoch: '1-a', commits: 3 }, false, false],
    ['agrees', now, false, false],
    ['is ahead: the database is an old one', { hubEpoch: '1-a', commits: 8 }, false, true],
    ['is of another life', { hubEpoch: '2-b', commits: 1 }, false, true],
    ['outlived its database', { hubEpoch: '1-b', commits: 1 }, true, true],
  ])('%s', (_, marker, isNew, restored) => {
    expect(wasRestored(marker, now, isNew)).toBe(restored)
  })
})
