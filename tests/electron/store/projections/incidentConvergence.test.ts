import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Desk } from '../../../../electron/desk.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import type { SealedEvent } from '../../../../shared/protocol/envelope.ts'
import { ask } from '../../../support/ask.ts'
import { makeFolder, openTestDesk } from '../../../support/deskFixture.ts'
import { look, on, record } from '../../../support/intakes.ts'
import { allEvents, bring, openOtherConsole } from '../../../support/otherConsole.ts'

const TABLES = ['incident', 'call', 'figure_claim', 'entity_state'] as const

/** All that a store shows of calls and incidents. */
function digest({ db }: Pick<Store, 'db'>): string {
  const hash = createHash('sha256')
  for (const table of TABLES) hash.update(JSON.stringify(db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()))
  return hash.digest('hex')
}

/** The events dealt out in another order: each device's lanes stay in order, as a link keeps them; all else is shuffled. */
function* dealt(events: readonly SealedEvent[], dice: Iterator<number>): Generator<SealedEvent> {
  const chains = new Map<string, SealedEvent[]>()
  for (const event of events) {
    const { origin, epoch, lane } = event.envelope
    const key = `${origin} ${epoch} ${lane}`
    chains.set(key, [...(chains.get(key) ?? []), event])
  }
  const waiting = [...chains.values()].map((chain) => [...chain].sort((a, b) => a.envelope.seq - b.envelope.seq))
  for (let left = waiting; left.length > 0; left = left.filter((chain) => chain.length > 0)) {
    const next = left[(dice.next().value ?? 0) % left.length]?.shift()
    if (next) yield next
  }
}

const act = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom(
    'advance',
    'reopen',
    'merge',
    'unmerge',
    'correct',
    'attach',
    'claim',
    'adopt',
    'dismiss',
    'undismiss',
    'meet',
  ),
  which: fc.nat(3),
  other: fc.nat(3),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

function perform(desk: Desk, ids: readonly string[], { what, which, other }: Act): void {
  const id = ids[which % ids.length] ?? ''
  const into = ids[other % ids.length] ?? ''
  const target = () => on(desk, id)
  const acts: Record<Exclude<Act['what'], 'meet'>, () => unknown> = {
    advance: () => ask(desk, 'incident.advance', { ...target(), to: other % 2 ? 'ended' : 'responding' }),
    reopen: () => ask(desk, 'incident.reopen', { ...target(), to: 'verifying', reason: '又有险情' }),
    merge: () => ask(desk, 'incident.merge', { ...target(), into }),
    unmerge: () => ask(desk, 'incident.unmerge', { ...target(), reason: '不是一处' }),
    correct: () => ask(desk, 'incident.correct', { ...target(), set: { title: `标题${other}` } }),
    attach: () => {
      const [call] = look(desk, id).calls
      if (call) ask(desk, 'call.attach', { id: call.state.id, base: [...call.tips], incident: into })
    },
    claim: () =>
      ask(desk, 'incident.claimFigures', {
        ...target(),
        at: 1,
        source: '网格员',
        figures: { dead: other ? { n: other } : null },
      }),
    adopt: () =>
      ask(desk, 'incident.adoptFigure', {
        ...target(),
        field: 'dead',
        adopted: { value: { n: other }, claim: 'x', source: '县' },
      }),
    dismiss: () => ask(desk, 'incident.dismiss', { ...target(), reason: '误报' }),
    undismiss: () => ask(desk, 'incident.undismiss', { ...target(), reason: '不是误报' }),
  }
  if (what === 'meet') return
  try {
    acts[what]()
  } catch (error) {
    // The rules refuse many of these; what matters is what was written.
    if (!(error instanceof Error && 'code' in error && String(error.code).match(/^(incident|call)\./))) throw error
  }
}

it('two consoles and a third that hears it all in another order show the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.nat()),
      async (acts, dice) => {
        const first = openTestDesk()
        const a = first.desk
        const ids = ['draft0001', 'draft0002', 'draft0003'].map(
          (draft) => record(a, draft, { figures: { trapped: { n: 1 }, dead: null } }).incident.id,
        )
        const b = openOtherConsole(first)
        for (const one of acts) {
          first.clock.advance(1000)
          if (one.what === 'meet') {
            bring(a.store, b.store)
            bring(b.store, a.store)
          } else perform(one.who ? a : b, ids, one)
        }
        bring(a.store, b.store)
        bring(b.store, a.store)
        const third = openStore({ folder: makeFolder(), now: first.clock.now })
        for (const event of dealt(allEvents(a.store), dice)) third.applyRemote([event])
        const shown = [a.store, b.store, third].map(digest)
        third.close()
        await a.close()
        await b.close()
        expect(new Set(shown).size).toBe(1)
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)
