import { describe, expect, it } from 'vitest'
import { readClassification } from '../../../../electron/classification.ts'
import { correctionOf, formOfCall, isNoCorrection } from '../../../../renderer/features/incidents/callCorrection.ts'
import { factsOf, formOfFacts } from '../../../../renderer/features/incidents/incidentCorrection.ts'
import type { CallView } from '../../../../renderer/features/incidents/model.ts'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import type { IncidentFields } from '../../../../shared/domain/incident/events.ts'

const now = fromBeijing('2026-07-14', '03:00') ?? 0
const reportedAt = fromBeijing('2026-07-14', '02:40') ?? 0
const lists = { classification: readClassification(), villages: [{ id: 'v1', name: '李家湾村' }] }
const call: CallView = {
  id: 'call-1',
  tips: [],
  no: '0714-A01',
  known: true,
  through: null,
  unconfirmedName: null,
  voided: null,
  contests: [],
  figures: { dead: null, trapped: { n: 2 } },
  fields: {
    reportedAt,
    at: null,
    source: { key: 'villageCadre', name: '村干部' },
    caller: { name: '王建国' },
    village: { id: 'v1', name: '李家湾村' },
    place: '二组',
    type: null,
    level: 'undetermined',
    description: '滑坡',
    measures: '',
    requests: '',
    incident: null,
  },
}

describe('correcting a call', () => {
  const before = formOfCall(call, lists, now)
  const correct = (more: Partial<typeof before>) => correctionOf(before, { ...before, ...more }, lists, now)

  it('touches nothing that was left as it was', () => {
    const read = correct({})
    expect(read).toEqual({ ok: true, correction: { set: {} } })
    expect(read.ok && isNoCorrection(read.correction)).toBe(true)
  })

  it('sends what was changed, cleared and withdrawn', () => {
    expect(
      correct({ place: '三组', village: '', callerPhone: '138', at: '0220', figures: { dead: '1', trapped: '' } }),
    ).toEqual({
      ok: true,
      correction: {
        set: {
          place: '三组',
          village: null,
          caller: { name: '王建国', phone: '138' },
          at: fromBeijing('2026-07-14', '02:20'),
        },
        figures: { dead: { n: 1 } },
        withdrawn: ['trapped'],
      },
    })
  })

  it('keeps a village and a type the lists no longer have, unless they are changed', () => {
    const gone = formOfCall(
      {
        ...call,
        fields: { ...call.fields, village: { id: 'old', name: '旧村' }, type: { key: 'gone', name: '旧类型' } },
      },
      lists,
      now,
    )
    expect(correctionOf(gone, { ...gone, place: '三组' }, lists, now)).toEqual({
      ok: true,
      correction: { set: { place: '三组' } },
    })
  })

  it('refuses what it cannot read', () => {
    expect(correct({ figures: { dead: '很多' } })).toEqual({ ok: false, problems: { 'figures.dead': 'figure' } })
  })
})

describe('correcting an incident', () => {
  const fields: IncidentFields = {
    title: '李家湾滑坡',
    type: { key: 'landslide', name: '山体滑坡' },
    level: 'undetermined',
    at: reportedAt,
    village: { id: 'v1', name: '李家湾村' },
    place: '',
    description: '',
    scope: '',
    trend: '',
    leaders: '',
    measures: '',
    advice: '',
  }
  const before = formOfFacts(fields, now)
  const correct = (more: Partial<typeof before>) => factsOf(before, { ...before, ...more }, lists, now)

  it('touches nothing that was left as it was', () => {
    expect(correct({})).toEqual({ ok: true, set: {} })
  })

  it('sends what was changed', () => {
    expect(correct({ level: 'serious', at: '', type: 'debrisFlow', scope: ' 三个组 ', village: '' })).toEqual({
      ok: true,
      set: { level: 'serious', at: null, type: { key: 'debrisFlow', name: '泥石流' }, scope: '三个组', village: null },
    })
  })

  it('wants a title and a time it can read', () => {
    expect(correct({ title: ' ', at: '下午' })).toEqual({ ok: false, problems: { title: 'title', at: 'time' } })
  })
})
