import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lowerAck, raiseAck } from '../../../../electron/store/ownAcks.ts'
import { readEntity } from '../../../../electron/store/projections/entityState.ts'
import { readLogAuthors, readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import type { LogFilter, LogLine } from '../../../../shared/ipc/log.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { record } from '../../../support/intakes.ts'

let test: TestDesk

beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const enter = (text: string) => test.desk.handlers['log.enter']({ at: test.clock.now(), text }) as LogLine
const read = (filter: LogFilter, before: { atMs: number; id: number } | null = null, limit = 50) =>
  readLogPage(test.desk.store.db, test.desk.store.origin, { filter, before, limit })

describe('the duty log', () => {
  it('is read in pages without a gap or a repetition', () => {
    const written = Array.from({ length: 7 }, (_, at) => enter(`第${at}条`).id)
    const read1 = read({ groups: ['log'] }, null, 3)
    const read2 = read({ groups: ['log'] }, read1.next, 3)
    const read3 = read({ groups: ['log'] }, read2.next, 3)
    expect([...read1.lines, ...read2.lines, ...read3.lines].map(({ id }) => id)).toEqual(written.toReversed())
    expect(read3.next).toBeNull()
  })

  it('finds words of two characters, one person, one group of kinds and one day', () => {
    enter('山洪预警已叫应')
    test.desk.context.session.signIn(test.leader)
    enter('带班领导到岗')
    expect(read({ text: '山洪' }).lines.map(({ body }) => body.text)).toEqual(['山洪预警已叫应'])
    expect(read({ person: test.leader.id }).lines.map(({ body }) => body.text)).toEqual(['带班领导到岗'])
    expect(new Set(read({ groups: ['township', 'village'] }).lines.map(({ kind }) => kind))).toEqual(
      new Set(['township.created', 'village.added']),
    )
    expect(read({ fromDay: '2100-01-01' }).lines).toEqual([])
  })

  it('does not take one aggregate for another that begins alike', () => {
    enter('记事')
    expect(read({ groups: ['lo'] }).lines).toEqual([])
  })

  it('names everybody who wrote, once', () => {
    enter('甲')
    enter('乙')
    test.desk.context.session.signIn(test.leader)
    enter('丙')
    expect(readLogAuthors(test.desk.store.db).map(({ name }) => name)).toEqual(['陈明', '刘芳', '张伟'])
  })

  it('says how far each record has come', () => {
    const first = enter('一')
    const second = enter('二')
    const delivery = () => {
      const { lines } = read({ groups: ['log'] })
      return [first, second].map(({ id }) => lines.find((line) => line.id === id)?.delivery)
    }
    const { store } = test.desk
    const heads = store.db
      .prepare<[], { lane: number; seq: number }>('SELECT lane, seq FROM chain_head WHERE lane = 2')
      .get()
    const seq = heads?.seq ?? 0
    expect(delivery()).toEqual(['stored', 'stored'])
    store.writeLocal((db) => raiseAck(db, store.epoch, 2, seq - 1, 0))
    expect(delivery()).toEqual(['delivered', 'stored'])
    store.writeLocal((db) => raiseAck(db, store.epoch, 2, seq, 0))
    store.writeLocal((db) => lowerAck(db, store.epoch, 2, seq - 1))
    expect(delivery()).toEqual(['delivered', 'redeliver'])
    store.writeLocal((db) =>
      db
        .prepare('INSERT INTO parked (epoch, lane, seq, code) VALUES (?, 2, ?, ?)')
        .run(store.epoch, seq - 1, 'tooLarge'),
    )
    expect(delivery()).toEqual(['rejected', 'redeliver'])
  })

  it('knows the incident a call belongs to now', () => {
    const { call, incident } = record(test.desk, 'draft0001')
    const ofCalls = () => read({ groups: ['call'] }).lines.map(({ kind, incident }) => [kind, incident])
    expect(ofCalls()).toEqual([['call.recorded', incident.id]])
    const tips = readEntity(test.desk.store.db, 'call', call.id)?.tips ?? []
    ask(test.desk, 'call.detach', { id: call.id, base: [...tips], reason: '另有其事' })
    expect(ofCalls()).toEqual([
      ['call.detached', undefined],
      ['call.recorded', undefined],
    ])
  })

  it('calls things by their present names', () => {
    expect(read({ groups: ['township'] }).lines[0]).toMatchObject({ label: '清溪镇', entry: null })
  })
})
