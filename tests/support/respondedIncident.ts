import type { ArgsOf, ResultOf } from '../../shared/ipc/contract.ts'
import { ask } from './ask.ts'
import { openTestDesk, type TestDesk } from './deskFixture.ts'
import { record } from './intakes.ts'

const MINUTE = 60_000

/** A desk with a gas leak told of five minutes ago, and a township head. Close the desk. */
export interface RespondedIncident {
  readonly test: TestDesk
  readonly incident: string
  /** Id of the head. */
  readonly head: string
}

export function openRespondedIncident(): RespondedIncident {
  const test = openTestDesk()
  const { store, session } = test.desk.context
  const head = 'person-head0000000000001'
  const body = { name: '陈国平', roles: ['townshipHead' as const] }
  store.append([{ kind: 'person.added', entity: head, body, base: [] }], { author: session.author() })
  const { incident } = record(test.desk, 'draft0001', {
    reportedAt: test.clock.now() - 5 * MINUTE,
    type: { key: 'gasLeak', name: '燃气泄漏爆炸' },
  })
  return { test, incident: incident.id, head }
}

/** What is done about it. @param at the incident at hand, which each test opens anew */
export function respondingOf(at: () => RespondedIncident) {
  const now = () => at().test.clock.now()
  const desk = () => at().test.desk
  function board(): NonNullable<ResultOf<'response.board'>> {
    const found = ask(desk(), 'response.board', { incident: at().incident })
    if (!found) throw new Error('no board')
    return found
  }
  function response() {
    const state = board().response?.state
    if (!state) throw new Error('no response')
    return state
  }
  const on = () => ({ incident: at().incident, base: [...(board().response?.tips ?? [])] })
  const byPhone = (person: string | null, more: object = {}) => ({
    person,
    name: '',
    means: 'phone' as const,
    at: now(),
    ...more,
  })
  function start(more: Partial<ArgsOf<'response.start'>> = {}): void {
    ask(desk(), 'response.start', {
      ...on(),
      at: now(),
      level: 'four',
      authority: byPhone(at().head),
      commander: { id: at().head, name: '陈国平', post: '镇长' },
      since: board().receivedAt,
      ...more,
    })
  }
  const mark = (step: string, more: Partial<ArgsOf<'response.markStep'>> = {}) =>
    ask(desk(), 'response.markStep', { ...on(), card: 'gas', step, state: 'done', at: now(), by: '', ...more })
  return { now, desk, board, response, on, byPhone, start, mark }
}
