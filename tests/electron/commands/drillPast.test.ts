import { describe, expect, it } from 'vitest'
import { ask, askLater } from '../../support/ask.ts'
import { desksOfTests, leaveDrill } from '../../support/drillDesks.ts'
import { record } from '../../support/intakes.ts'
import { startDrill } from '../../support/startDrill.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const desks = desksOfTests()

describe('a drill that has ended', () => {
  function endedDrill() {
    const test = desks.open()
    const { desk, clock } = test
    startDrill(test)
    const { incident } = record(desk, 'drilldraft1', { reportedAt: clock.now() })
    const { id: drill } = ask(desk, 'drill.now', null).drill ?? { id: '' }
    clock.advance(MINUTE_MS)
    ask(desk, 'drill.end', null)
    return { ...test, incident, drill }
  }

  it('can be reviewed, with what was practised in it and nothing else', () => {
    const { desk, clock, incident, drill } = endedDrill()
    clock.advance(HOUR_MS)
    const real = record(desk, 'realdraft1').incident
    startDrill({ desk, clock }, '第二次')
    record(desk, 'drilldraft2')
    const incidents = () => ask(desk, 'drill.incidents', { id: drill })
    expect(incidents()).toMatchObject([{ id: incident.id, no: '演-0714-A01' }])
    leaveDrill(desk)
    expect(incidents()).toMatchObject([{ id: incident.id }])
    const page = ask(desk, 'review.read', { incident: incident.id, drill })
    expect([page?.drill, page?.incident.no, page?.endedAt !== null]).toEqual([true, '演-0714-A01', true])
    expect(ask(desk, 'review.read', { incident: real.id, drill })).toBeNull()
    expect(ask(desk, 'review.read', { incident: incident.id })).toBeNull()
  })

  it('leaves as a paper that says 演练', async () => {
    const { desk, incident, drill } = endedDrill()
    const saved = await askLater(desk, 'review.exportWord', { incident: incident.id, drill })
    expect(JSON.stringify(saved)).toContain('【演练】')
  })

  it('is refused where nobody has heard of it', () => {
    const { desk, incident } = endedDrill()
    expect(() => ask(desk, 'review.read', { incident: incident.id, drill: 'drill-unknown00001' })).toThrow(
      'drill.unknown',
    )
  })
})
