import { describe, expect, it } from 'vitest'
import { readHead } from '../../../electron/store/eventLog.ts'
import { readState } from '../../../electron/store/projections/entityState.ts'
import type { Store } from '../../../electron/store/store.ts'
import { shortHash } from '../../../shared/protocol/envelope.ts'
import type { Lane } from '../../../shared/protocol/lanes.ts'
import { asReissue } from '../../../shared/protocol/reissue.ts'
import { otherDevice } from '../../support/chains.ts'
import { withStore } from '../../support/storeFixture.ts'

const lines = (store: Store) => store.db.prepare('SELECT count(*) AS n FROM log_line').get()
const branches = (store: Store) =>
  store.db.prepare('SELECT seq, branch FROM event WHERE origin = ? ORDER BY seq, branch').all('d-other')
const text = (store: Store, id: string) => readState(store.db, 'log', id)?.state.fields.text?.value
const chain = { origin: 'd-other', epoch: '1-00000001', lane: 2 as Lane }

describe('events from elsewhere', () => {
  it('are stored once however often they come', () => {
    withStore((store) => {
      const event = otherDevice().enter('log-1', '水位上涨')
      expect(store.applyRemote([event, event])).toEqual(['applied', 'duplicate'])
      expect(store.applyRemote([event])).toEqual(['duplicate'])
      expect(lines(store)).toEqual({ n: 1 })
    })
  })

  it('that come late fill the hole they left, and the chain’s head stays where it was', () => {
    withStore((store) => {
      const device = otherDevice()
      const [first, second, third] = ['一', '二', '三'].map((word, index) => device.enter(`log-${index}`, word))
      if (!first || !second || !third) throw new Error('unreachable')
      expect(store.applyRemote([third])).toEqual(['applied'])
      expect(store.applyRemote([first])).toEqual(['applied'])
      expect(store.applyRemote([second])).toEqual(['applied'])
      expect(branches(store)).toEqual([1, 2, 3].map((seq) => ({ seq, branch: 0 })))
      expect(readHead(store.db, chain)).toEqual({ seq: 3, hash: third.hash })
    })
  })

  it('of two histories of one device are both kept, each on its own branch', () => {
    withStore((store) => {
      const device = otherDevice()
      const first = device.enter('log-1', '一')
      const twin = device.fork()
      const ours = [device.enter('log-2', '二'), device.enter('log-3', '三')]
      const theirs = [twin.enter('log-4', '四'), twin.enter('log-5', '五')]
      store.applyRemote([first, ...ours])
      expect(store.applyRemote(theirs)).toEqual(['forked', 'forked'])
      expect(branches(store)).toEqual([
        { seq: 1, branch: 0 },
        { seq: 2, branch: 0 },
        { seq: 2, branch: 1 },
        { seq: 3, branch: 0 },
        { seq: 3, branch: 1 },
      ])
      expect(['log-2', 'log-3', 'log-4', 'log-5'].map((id) => text(store, id))).toEqual(['二', '三', '四', '五'])
    })
  })

  it('whose claimed past belongs to another chain do not join it', () => {
    withStore((store) => {
      const device = otherDevice()
      const first = device.enter('log-1', '一')
      const stranger = otherDevice('d-stranger', '1-00000001', { seq: 1, hash: first.hash })
      store.applyRemote([first, device.enter('log-2', '二')])
      store.applyRemote([stranger.enter('log-3', '三')])
      expect(store.db.prepare('SELECT seq, branch FROM event WHERE origin = ?').all('d-stranger')).toEqual([
        { seq: 2, branch: 0 },
      ])
    })
  })

  it.each([['first writing first'], ['second writing first']])(
    'written again by their device count once: %s',
    (order) => {
      withStore((store) => {
        const event = otherDevice().enter('log-1', '一')
        const again = otherDevice('d-other', '2-00000002').write(
          'log.entered',
          'log-1',
          asReissue(event.envelope.body, event.hash),
        )
        const both = [event, again]
        store.applyRemote(order === 'first writing first' ? both : both.toReversed())
        expect(lines(store)).toEqual({ n: 1 })
        expect(store.db.prepare('SELECT count(*) AS n FROM mention').get()).toEqual({ n: 1 })
        expect(store.db.prepare(`SELECT count(*) AS n FROM search WHERE search MATCH '"一"*'`).get()).toEqual({ n: 1 })
        expect(readState(store.db, 'log', 'log-1')?.tips).toEqual([shortHash(again.hash)])
      })
    },
  )

  it('cannot be taken out of the log by another device, nor by a record of something else', () => {
    withStore((store) => {
      const device = otherDevice()
      const event = device.enter('log-1', '一')
      const thief = otherDevice('d-thief').write('log.entered', 'log-1', asReissue(event.envelope.body, event.hash))
      const mistaken = device.write('log.entered', 'log-2', asReissue(event.envelope.body, event.hash))
      for (const events of [[event, thief, mistaken]]) store.applyRemote(events)
      expect(lines(store)).toEqual({ n: 3 })
      expect(text(store, 'log-1')).toBe('一')
      expect(readState(store.db, 'log', 'log-1')?.tips).toContain(shortHash(event.hash))
    })
  })

  it('of one kind do not touch what is known of another kind under the same id', () => {
    withStore((store) => {
      const device = otherDevice()
      store.applyRemote([device.enter('log-1', '一'), device.write('village.added', 'log-1', { name: '李家湾村' })])
      expect(text(store, 'log-1')).toBe('一')
      expect(readState(store.db, 'village', 'log-1')?.state.fields.name?.value).toBe('李家湾村')
    })
  })

  it('of a kind or shape nobody knows yet are kept, listed, and change no state', () => {
    withStore((store) => {
      const device = otherDevice()
      const results = store.applyRemote([
        device.write('drone.launched', 'drone-1', { height: 120 }),
        device.write('log.entered', 'log-1', { at: 'yesterday' }),
        device.enter('log-2', '新格式', { kindVer: 99 }),
        device.write('nothing', 'x', {}),
      ])
      expect(results).toEqual(Array(4).fill('applied'))
      expect(lines(store)).toEqual({ n: 4 })
      expect(store.db.prepare('SELECT count(*) AS n FROM entity_state').get()).toEqual({ n: 0 })
    })
  })
})
