import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { PHASES, type Phase, skippedBetween, unreported } from '../../../../shared/domain/incident/course.ts'
import { type Incident, incidentAggregate } from '../../../../shared/domain/incident/incident.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const label = { no: '0714-A01', title: '李家湾后山滑坡' }

function open(): History & { readonly first: string } {
  const history = makeHistory('incident-1')
  const first = history.add('incident.opened', { ...label, level: 'undetermined' })
  return { ...history, first }
}
function courseOf({ events }: Pick<History, 'events'>): Incident['course'] {
  return foldEntity(incidentAggregate, 'incident-1', events).state.course
}
const advance = (to: Phase) => ({ label, to, skipped: [] })
const reopen = (to: Phase) => ({ label, to, reason: '又有落石' })

describe('the course of an incident', () => {
  const forward = PHASES.flatMap((from, i) => PHASES.slice(i + 1).map((to) => [from, to] as const))
  const back = forward.map(([from, to]) => [to, from] as const)
  const still = PHASES.map((at) => [at, at] as const)

  it.each(forward)('may go from %s to %s; what lies between stays unreported', (from, to) => {
    const history = open()
    if (from !== 'received') history.add('incident.advanced', advance(from))
    history.add('incident.advanced', { ...advance(to), skipped: [...skippedBetween(from, to)] })
    const course = courseOf(history)
    expect(course).toMatchObject({ phase: to, ineffective: [] })
    expect(unreported(course)).toEqual(skippedBetween('received', to).filter((step) => step !== from))
  })

  it.each([...back, ...still])('does not advance from %s to %s', (from, to) => {
    const history = open()
    if (from !== 'received') history.add('incident.advanced', advance(from))
    history.add('incident.advanced', advance(to))
    expect(courseOf(history)).toMatchObject({ phase: from, ineffective: [{ to }] })
  })

  it.each(back)('is reopened from %s to %s, and what came after is no longer reached', (from, to) => {
    const history = open()
    history.add('incident.advanced', advance(from))
    history.add('incident.reopened', reopen(to))
    const course = courseOf(history)
    expect(course).toMatchObject({ phase: to, reopenings: [{ to, reason: '又有落石' }], ineffective: [] })
    expect(Object.keys(course.reached)).not.toContain(from)
  })

  it.each([...forward, ...still])('is not reopened from %s to %s', (from, to) => {
    const history = open()
    if (from !== 'received') history.add('incident.advanced', advance(from))
    history.add('incident.reopened', reopen(to))
    expect(courseOf(history)).toMatchObject({ phase: from, ineffective: [{ to }] })
  })
})

describe('two consoles at once', () => {
  it.each([
    [1, 2],
    [2, 1],
  ])('the further of two moves holds, whichever clock is ahead (%d, %d)', (a, b) => {
    const history = open()
    const { first } = history
    history.add('incident.advanced', advance('responding'), { origin: 'd-a', sees: [first], at: 1_800_000_010_000 + a })
    history.add('incident.advanced', advance('verifying'), { origin: 'd-b', sees: [first], at: 1_800_000_010_000 + b })
    expect(courseOf(history).phase).toBe('responding')
  })

  it.each([
    [1, 2],
    [2, 1],
  ])('a reopening holds against an archiving that did not know of it (%d, %d)', (a, b) => {
    const history = open()
    const ended = history.add('incident.advanced', advance('ended'))
    history.add('incident.reopened', reopen('responding'), { origin: 'd-a', sees: [ended], at: 1_800_000_010_000 + a })
    history.add('incident.advanced', advance('archived'), { origin: 'd-b', sees: [ended], at: 1_800_000_010_000 + b })
    expect(courseOf(history).phase).toBe('responding')
  })

  it('keeps what did not hold, with who and when', () => {
    const history = open()
    const { first } = history
    history.add('incident.advanced', advance('ended'), { origin: 'd-a', sees: [first] })
    history.add('incident.advanced', advance('verifying'), { origin: 'd-b', sees: [first], by: '李强' })
    const { phase, ineffective } = courseOf(history)
    expect(phase).toBe('ended')
    expect(ineffective).toMatchObject([{ to: 'verifying', by: { name: '李强', origin: 'd-b' } }])
  })

  it('archives again once the reopening is known', () => {
    const history = open()
    history.add('incident.advanced', advance('ended'))
    history.add('incident.reopened', reopen('responding'))
    history.add('incident.advanced', advance('archived'))
    expect(courseOf(history)).toMatchObject({ phase: 'archived', ineffective: [] })
  })
})
