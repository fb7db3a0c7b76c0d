import { afterEach, beforeEach, expect, it } from 'vitest'
import { fieldsOf } from '../../../../shared/domain/incident/readIncident.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { look, on, record } from '../../../support/intakes.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

it('the officer takes the proposed grade, or another with a reason; both are kept with what was proposed', () => {
  const { desk } = test
  const { id } = record(desk, 'draft001', { figures: { dead: { n: 3 } } }).incident
  const proposal = ask(desk, 'incident.proposedGrade', { id })
  expect(proposal).toMatchObject({
    level: 'relativelySerious',
    name: '中型',
    source: { document: '地质灾害防治条例、国家突发地质灾害应急预案' },
  })
  const because = '死亡3人，达到3人以上'
  expect(() => ask(desk, 'incident.grade', { ...on(desk, id), level: 'serious', because })).toThrow(
    expect.objectContaining({ code: 'incident.gradeReason' }),
  )
  ask(desk, 'incident.grade', { ...on(desk, id), level: 'relativelySerious', because })
  expect(fieldsOf(look(desk, id).incident.state).level).toBe('relativelySerious')
  ask(desk, 'incident.grade', { ...on(desk, id), level: 'serious', because, reason: '险情仍在扩大' })
  expect(fieldsOf(look(desk, id).incident.state).level).toBe('serious')
  const lines = ask(desk, 'incident.timeline', { id, before: null, limit: 20 }).lines
  expect(lines.filter(({ kind }) => kind === 'incident.graded').map(({ body }) => body.proposed)).toEqual(
    [1, 2].map(() => ({
      scheme: 'grade.geological',
      rulesHash: proposal?.rulesHash,
      level: 'relativelySerious',
      because,
    })),
  )
})
