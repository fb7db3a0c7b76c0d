import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import { practisedTables, projectionTables } from '../../electron/store/projections/registry.ts'
import type { Store } from '../../electron/store/store.ts'
import { practiceOf, worldOf } from '../../shared/domain/worlds.ts'
import type { ResultOf } from '../../shared/ipc/contract.ts'
import { ask } from '../support/ask.ts'
import { openTestDesk, type TestDesk } from '../support/deskFixture.ts'
import { leaveDrill } from '../support/drillDesks.ts'
import { record } from '../support/intakes.ts'
import { issueTask } from '../support/issueTask.ts'
import { allEvents, bring, openOtherConsole } from '../support/otherConsole.ts'
import { runs } from '../support/runs.ts'
import { startDrill } from '../support/startDrill.ts'
import { digestShown, withStore } from '../support/storeFixture.ts'

const HOUR_MS = 3_600_000

const act = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom(
    'record',
    'attach',
    'advance',
    'merge',
    'task',
    'claim',
    'log',
    'drill',
    'drill',
    'end',
    'meet',
  ),
  which: fc.nat(5),
  other: fc.nat(5),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** One act at a desk in whichever world it is; `incidents` of both worlds, so that many are refused. */
function perform(
  desk: Desk,
  clock: TestDesk['clock'],
  incidents: ResultOf<'intake.record'>['incident'][],
  step: Act,
): void {
  const id = `${ask(desk, 'drill.now', null).drill ? 'drill' : 'real0'}${step.who}x${clock.now()}`
  const one = incidents[step.which % Math.max(incidents.length, 1)]
  const two = incidents[step.other % Math.max(incidents.length, 1)]
  const inHand = () =>
    one ? { id: one.id, base: [...(ask(desk, 'incident.detail', { id: one.id })?.incident.tips ?? [])] } : null
  const target = inHand()
  switch (step.what) {
    case 'record':
      incidents.push(record(desk, id, { figures: { dead: { n: step.other } } }).incident)
      return
    case 'attach':
      if (one) record(desk, id, {}, { kind: 'attach', incident: one.id })
      return
    case 'advance':
      if (target) ask(desk, 'incident.advance', { ...target, to: step.other % 2 ? 'ended' : 'responding' })
      return
    case 'merge':
      if (target && two) ask(desk, 'incident.merge', { ...target, into: two.id })
      return
    case 'claim':
      if (target)
        ask(desk, 'incident.claimFigures', { ...target, at: 1, source: '网格员', figures: { dead: { n: 1 } } })
      return
    case 'task':
      issueTask(desk, clock, { dueAt: clock.now() + HOUR_MS, ...(one ? { incident: one } : {}) })
      return
    case 'log':
      ask(desk, 'log.enter', { at: clock.now(), text: `第${step.other}次`, ...(one ? { incident: one } : {}) })
      return
    case 'drill': {
      const now = ask(desk, 'drill.now', null)
      const [running] = now.running
      if (now.drill) leaveDrill(desk)
      else if (running) ask(desk, 'drill.join', { id: running.id })
      else startDrill({ desk, clock })
      return
    }
    case 'end':
      if (ask(desk, 'drill.now', null).drill) ask(desk, 'drill.end', null)
      return
    default:
  }
}

describe('two consoles, one in a drill and one not, in turn', () => {
  const REAL = projectionTables().filter((table) => table !== 'drill_event')
  const real = ({ db }: Pick<Store, 'db'>) => digestShown(db, REAL)
  const drill = ({ drills }: Pick<Store, 'drills'>) => digestShown(drills.all, practisedTables())

  it('never mix: each world is what the log without the other one gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 24 }), async (acts) => {
        const first = openTestDesk()
        const a = first.desk
        const b = openOtherConsole(first)
        const incidents: ResultOf<'intake.record'>['incident'][] = []
        for (const step of acts) {
          first.clock.advance(1000)
          if (step.what === 'meet') {
            bring(a.store, b.store)
            bring(b.store, a.store)
            continue
          }
          try {
            perform(step.who ? a : b, first.clock, incidents, step)
          } catch (error) {
            // The rules refuse many of these; what matters is what was written.
            if (!(error instanceof Error && 'code' in error && /^(incident|call|drill)\./.test(String(error.code))))
              throw error
          }
        }
        bring(a.store, b.store)
        bring(b.store, a.store)
        const events = allEvents(a.store)
        const alone = (keep: (event: (typeof events)[number]) => boolean, show: (store: Store) => unknown) =>
          withStore((store) => {
            store.applyRemote(events.filter(keep))
            return show(store)
          })
        const isReal = ({ envelope }: (typeof events)[number]) => worldOf(envelope) === 'real'
        const isShared = ({ envelope }: (typeof events)[number]) => practiceOf(envelope.kind) !== 'practised'
        const shown = [real(a.store), real(b.store), alone(isReal, real)]
        const practised = [drill(a.store), drill(b.store), alone((one) => !isReal(one) || isShared(one), drill)]
        await a.close()
        await b.close()
        expect(shown).toEqual([shown[0], shown[0], shown[0]])
        expect(practised).toEqual([practised[0], practised[0], practised[0]])
      }),
      { numRuns: runs(20) },
    )
  }, 120_000)
})
