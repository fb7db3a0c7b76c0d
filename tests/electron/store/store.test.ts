import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readChains, readRange } from '../../../electron/store/eventLog.ts'
import { localTables } from '../../../electron/store/recovery/copyLocalTables.ts'
import { openStore, type Store } from '../../../electron/store/store.ts'
import { StoreError } from '../../../electron/store/storeError.ts'
import type { AnyDraft } from '../../../electron/store/writer.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { otherDevice } from '../../support/chains.ts'
import { makeFolder, removeFolder, START_MS, withStore } from '../../support/storeFixture.ts'

const author = { person: 'person-1', name: '张伟', role: 'dutyOfficer' }
const entry = (id: string, text = '水位上涨'): AnyDraft => ({
  kind: 'log.entered',
  entity: id,
  body: { at: START_MS, text },
  base: [],
})
const enter = (store: Store, ...ids: string[]) =>
  store.append(
    ids.map((id) => entry(id)),
    { author },
  )
const count = (store: Store, table: string) =>
  store.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n

afterEach(() => void vi.restoreAllMocks())

describe('an opened store', () => {
  it('survives power cuts: WAL, FULL, foreign keys, after every open', () => {
    const folder = makeFolder()
    for (let opening = 0; opening < 2; opening += 1) {
      const store = openStore({ folder, now: () => START_MS })
      const pragma = (name: string) => store.db.pragma(name, { simple: true })
      expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
      store.close()
    }
    removeFolder(folder)
  })

  it.skipIf(process.platform === 'win32')('lies in a folder that only its own user can look into', () => {
    const parent = makeFolder()
    const folder = join(parent, '资料')
    openStore({ folder, now: () => START_MS }).close()
    expect(statSync(folder).mode & 0o077).toBe(0)
    removeFolder(parent)
  })

  it.each(['UPDATE event SET n = 99', 'DELETE FROM event'])('refuses %s', (sql) => {
    withStore((store) => {
      enter(store, 'log-1')
      expect(() => store.writeLocal((db) => db.prepare(sql).run())).toThrow(/append-only/)
      expect(count(store, 'event')).toBe(1)
    })
  })

  it('knows of every table whether it follows from the log or belongs to this console', () => {
    withStore((store) => {
      expect(localTables(store.db).toSorted()).toEqual([
        'alarm_heard',
        'attachment_file',
        'checkpoint',
        'credential',
        'draft',
        'failed_attempt',
        'hub_ack',
        'link_spell',
        'own_ack',
        'parked',
        'setting',
      ])
    })
  })
})

describe('an act', () => {
  it('is one chain link after the other, read back byte by byte', () => {
    withStore((store) => {
      enter(store, 'log-1')
      enter(store, 'log-2', 'log-3')
      const [chain] = readChains(store.db, store.origin)
      if (!chain) throw new Error('no chain')
      const events = readRange(store.db, chain, 1, 10).map(({ bytes }) => openEnvelope(bytes, nodePrimitives))
      expect(events.map(({ envelope: { seq, n, entity } }) => [seq, n, entity])).toEqual([
        [1, 1, 'log-1'],
        [2, 2, 'log-2'],
        [3, 3, 'log-3'],
      ])
      expect(events.map(({ envelope }) => envelope.prev)).toEqual(['', events[0]?.hash, events[1]?.hash])
      expect(chain.head.hash).toBe(events[2]?.hash)
    })
  })

  it('is written whole or not at all: its projections and what goes alongside are in the same transaction', () => {
    withStore((store) => {
      enter(store, 'log-1')
      const before = ['event', 'log_line', 'entity_state', 'search_docsize'].map((table) => count(store, table))
      const broken = { kind: 'log.entered', entity: 'log-3', body: { at: 'yesterday' } } as unknown as AnyDraft
      expect(() => store.append([entry('log-2'), broken], { author })).toThrow()
      expect(() =>
        store.append([entry('log-2')], { author }, () => {
          throw new Error('alongside')
        }),
      ).toThrow('alongside')
      expect(['event', 'log_line', 'entity_state', 'search_docsize'].map((table) => count(store, table))).toEqual(
        before,
      )
      const [next] = enter(store, 'log-4')
      expect([next?.envelope.seq, next?.envelope.n]).toEqual([2, 2])
    })
  })

  it('that is durable stays so when a listener fails', () => {
    withStore((store) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const heard = vi.fn()
      store.onChange(() => {
        throw new Error('listener')
      })
      store.onChange(heard)
      enter(store, 'log-1')
      const [next] = enter(store, 'log-2')
      expect([next?.envelope.seq, next?.envelope.n]).toEqual([2, 2])
      expect(heard).toHaveBeenCalledTimes(2)
    })
  })

  it('without a base follows what was written before it in the same act', () => {
    withStore((store) => {
      const corrected: AnyDraft = {
        kind: 'log.corrected',
        entity: 'log-1',
        body: { set: { text: '水位回落' }, reason: '核实' },
      }
      const [first, second] = store.append([entry('log-1'), corrected], { author })
      expect(second?.envelope.base).toEqual([first?.hash.slice(0, 16)])
    })
  })
})

describe('the clock', () => {
  it('goes on after the last act when the computer’s clock was set back between two starts', () => {
    const folder = makeFolder()
    let wall = START_MS
    const open = () => openStore({ folder, now: () => wall })
    const first = open()
    first.setScope('510124103')
    const [late] = enter(first, 'log-1')
    first.close()
    wall = START_MS - 86_400_000
    const second = open()
    // The last row of the log is another console's, with an older clock.
    second.applyRemote([otherDevice().enter('log-9', '一', { hlc: '0000000000010000' })])
    second.close()
    const third = open()
    const [after] = enter(third, 'log-2')
    expect((after?.envelope.hlc ?? '') > (late?.envelope.hlc ?? '')).toBe(true)
    third.close()
    removeFolder(folder)
  })

  it('does not run away after one that did', () => {
    withStore((store) => {
      store.applyRemote([otherDevice().enter('log-9', '一', { hlc: 'ffff000000000000' })])
      const [next] = enter(store, 'log-1')
      expect(hlcMs(next?.envelope.hlc ?? '')).toBe(START_MS)
    })
  })
})

describe('the identity of what is written', () => {
  it('is never used twice after an older copy of the database was put back', () => {
    const folder = makeFolder()
    const open = () => openStore({ folder, now: () => START_MS })
    const first = open()
    first.setScope('510124103')
    enter(first, 'log-1')
    first.close()
    const copy = readFileSync(join(folder, 'duty.db'))
    const second = open()
    const [lost] = enter(second, 'log-2')
    second.close()
    writeFileSync(join(folder, 'duty.db'), copy)
    const third = open()
    const [, again] = [null, ...enter(third, 'log-3')]
    expect(again?.envelope.epoch).not.toBe(lost?.envelope.epoch)
    const said = third.db.prepare(`SELECT bytes FROM event WHERE kind = 'console.epochStarted'`).all()
    expect(said).toHaveLength(1)
    expect(third.applyRemote(lost ? [lost] : [])).toEqual(['applied'])
    third.close()
    removeFolder(folder)
  })

  it('goes on counting when an own event of this epoch comes back from elsewhere', () => {
    const folder = makeFolder()
    const store = openStore({ folder, now: () => START_MS })
    store.setScope('510124103')
    const [first] = enter(store, 'log-1')
    const later = otherDevice(store.origin, store.epoch, { seq: 1, hash: first?.hash ?? '' }).enter('log-2', '二')
    store.applyRemote([later])
    expect(enter(store, 'log-3')[0]?.envelope).toMatchObject({ seq: 3, n: 3 })
    store.close()
    removeFolder(folder)
  })

  it('begins anew by wish, in one transaction with the record that says so', () => {
    withStore((store) => {
      enter(store, 'log-1')
      const before = store.epoch
      store.startEpoch('fork')
      expect(Number.parseInt(store.epoch, 10)).toBe(Number.parseInt(before, 10) + 1)
      expect(enter(store, 'log-2')[0]?.envelope).toMatchObject({ epoch: store.epoch, n: 2, seq: 2 })
    })
  })
})

describe('a folder that cannot be used', () => {
  const reasonOf = (folder: string) => {
    try {
      openStore({ folder, now: () => START_MS }).close()
      return 'opened'
    } catch (error) {
      return error instanceof StoreError ? error.code : error
    }
  }

  it('from a newer version is left as it is', () => {
    const folder = makeFolder()
    const store = openStore({ folder, now: () => START_MS })
    store.writeLocal((db) => db.pragma('user_version = 9999'))
    store.close()
    const before = readFileSync(join(folder, 'duty.db'))
    expect(reasonOf(folder)).toBe('store.newerVersion')
    expect(readFileSync(join(folder, 'duty.db')).equals(before)).toBe(true)
    removeFolder(folder)
  })

  it('whose key is unreadable says so', () => {
    const folder = makeFolder()
    openStore({ folder, now: () => START_MS }).close()
    writeFileSync(join(folder, 'device.json'), '{"seed":"x"}')
    expect(reasonOf(folder)).toBe('store.keyUnreadable')
    removeFolder(folder)
  })

  it('that is a file says so', () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(reasonOf(join(folder, 'file', 'data'))).toBe('store.cannotOpen')
    removeFolder(folder)
  })
})
