import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { openStore } from '../../../../electron/store/store.ts'
import type { SealedEvent } from '../../../../shared/protocol/envelope.ts'
import { shortHash } from '../../../../shared/protocol/envelope.ts'
import { makeClock } from '../../../support/clock.ts'
import { makeFolder } from '../../../support/deskFixture.ts'
import { type ForeignAct, makeForeignDevice } from '../../../support/foreignDevice.ts'

const SCOPE = '510124103'
const PERSON = 'person-zhang'
const zhang = { person: PERSON, name: '张伟', role: 'dutyOfficer' }

/** Device 1 revokes and reinstates; device 2, which hears of it late or never, lets the person go on. */
function twoDevices() {
  const clock = makeClock()
  const write = {
    first: makeForeignDevice({ origin: `d${'1'.repeat(30)}`, scope: SCOPE }, clock.now),
    second: makeForeignDevice({ origin: `d${'2'.repeat(30)}`, scope: SCOPE }, clock.now),
  }
  const tips: string[] = []
  const first: SealedEvent[] = []
  const second: SealedEvent[] = []
  const about = (kind: string, body: ForeignAct['body']) => {
    clock.advance(1000)
    const sealed = write.first({ kind, entity: PERSON, lane: 2, body, base: tips.splice(0), author: null })
    tips.push(shortHash(sealed.hash))
    first.push(sealed)
  }
  const act = (text: string) => {
    clock.advance(1000)
    const body = { at: clock.now(), text }
    second.push(write.second({ kind: 'log.entered', entity: `log-${text}`, lane: 2, body, author: zhang }))
  }
  about('person.added', { name: '张伟', roles: ['dutyOfficer'] })
  act('撤销前')
  about('person.revoked', { reason: '调离' })
  act('撤销后一')
  act('撤销后二')
  about('person.reinstated', { reason: '返岗' })
  act('恢复后')
  about('person.revoked', { reason: '再次调离' })
  act('再次撤销后')
  return { first, second }
}

/** Merges two chains; each keeps its own order, as they arrive over a link. */
function interleave(first: readonly SealedEvent[], second: readonly SealedEvent[], turns: readonly boolean[]) {
  const [a, b] = [[...first], [...second]]
  const merged: SealedEvent[] = []
  for (let at = 0; a.length + b.length > 0; at += 1) {
    const next = (turns[at] ? a.shift() : b.shift()) ?? a.shift() ?? b.shift()
    if (next) merged.push(next)
  }
  return merged
}

describe('acts after a revocation', () => {
  it('are kept and flagged, the same ones whatever the order of arrival', () => {
    const { first, second } = twoDevices()
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (turns, batch) => {
          const store = openStore({ folder: makeFolder(), now: makeClock('2026-07-20', '08:00').now })
          const events = interleave(first, second, turns)
          for (let at = 0; at < events.length; at += batch) store.applyRemote(events.slice(at, at + batch))
          const lines = readLogPage(store.db, store.origin, {
            filter: { kinds: ['log.entered'] },
            before: null,
            limit: 100,
          }).lines
          store.close()
          expect(lines.map(({ body, flag }) => [body.text, flag])).toEqual([
            ['再次撤销后', 'afterRevocation'],
            ['恢复后', undefined],
            ['撤销后二', 'afterRevocation'],
            ['撤销后一', 'afterRevocation'],
            ['撤销前', undefined],
          ])
        },
      ),
      { numRuns: 40 },
    )
  })
})
