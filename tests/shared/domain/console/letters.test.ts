import { describe, expect, it } from 'vitest'
import { type ConsoleFacts, consoleAggregate } from '../../../../shared/domain/console/console.ts'
import { lostLetter, nextLetter } from '../../../../shared/domain/console/letters.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { makeHistory } from '../../../support/history.ts'

const START = 1_800_000_000_000

function registered(id: string, letter: string, seconds: number, invited: readonly string[] = []): ConsoleFacts {
  const history = makeHistory(id)
  history.add('console.registered', { letter, name: id }, { origin: id, at: START + seconds * 1000 })
  for (const one of invited) history.add('console.invited', { letter: one, invitation: `i-${one}` }, { origin: id })
  return foldEntity(consoleAggregate, id, history.events).state
}

describe('letters of consoles', () => {
  it('go on after those registered and those promised, without I and O', () => {
    expect(nextLetter([])).toBe('A')
    expect(nextLetter([registered('c1', 'A', 0, ['B', 'C'])])).toBe('D')
    const taken = [...'ABCDEFGH'].map((letter, index) => registered(`c${index}`, letter, index))
    expect(nextLetter(taken)).toBe('J')
    const all = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].map((letter, index) => registered(`c${index}`, letter, index))
    expect(nextLetter(all)).toBe('AA')
  })

  it('stay with the console that was registered first', () => {
    const [first, second] = [registered('c1', 'B', 10), registered('c2', 'B', 20)]
    expect([lostLetter(first, [first, second]), lostLetter(second, [first, second])]).toEqual([false, true])
  })

  it('are given up after records were lost, once', () => {
    const history = makeHistory('c1')
    history.add('console.registered', { letter: 'B', name: '主机' }, { origin: 'c1' })
    history.add('console.epochStarted', { reason: 'headsAhead' }, { origin: 'c1' })
    const facts = () => foldEntity(consoleAggregate, 'c1', history.events).state
    expect([lostLetter(facts(), [facts()]), nextLetter([facts()])]).toEqual([true, 'A'])
    history.add('console.registered', { letter: 'A', name: '主机' }, { origin: 'c1' })
    expect(lostLetter(facts(), [facts()])).toBe(false)
  })

  it('are not lost by a console that only changes its name', () => {
    const history = makeHistory('c1')
    history.add('console.registered', { letter: 'B', name: '主机' }, { origin: 'c1', at: START })
    history.add('console.registered', { letter: 'B', name: '值班室' }, { origin: 'c1', at: START + 90_000 })
    const renamed = foldEntity(consoleAggregate, 'c1', history.events).state
    expect(lostLetter(renamed, [renamed, registered('c2', 'B', 20)])).toBe(false)
  })
})
