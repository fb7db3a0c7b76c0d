import { beforeAll, describe, expect, it } from 'vitest'
import { SPOKEN_KINDS, sentenceOf } from '../../../../renderer/features/log/sentences/registry.ts'
import { bodies } from '../../../../shared/domain/kinds.ts'
import { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import type { JsonObject } from '../../../../shared/protocol/canonical.ts'
import { strictI18n } from '../../renderPage.tsx'

const incident = { no: '0714-A03', title: '李家湾后山滑坡' }
const task = { no: '0714-A07', title: '转移二组群众' }
const team = { id: 't', name: '镇应急救援队', kind: 'team' }
const said = { at: 0, by: '王队长', means: 'radio', task, recipient: team, urgency: 'ordinary', skipped: [] }

const EXAMPLES: readonly (readonly [kind: string, body: JsonObject, label: string, sentence: string])[] = [
  ['log.entered', { at: 0, text: '漫水桥已封' }, '', '漫水桥已封'],
  [
    'log.entered',
    { at: 0, text: '已到场', incident: { id: 'i', ...incident } },
    '',
    '【0714-A03 李家湾后山滑坡】已到场',
  ],
  ['log.corrected', { set: { text: '16人' }, reason: '点名' }, '', '更正记事为：16人（理由：点名）'],
  [
    'duty.taken',
    { person: { id: 'a', name: '李文博' }, from: { id: 'b', name: '张伟' }, note: '' },
    '',
    '李文博 接 张伟 的班，担任值班员',
  ],
  ['console.powerChanged', { onBattery: true, percent: 29 }, '', '由电池供电，电量 29%'],
  ['console.powerChanged', { onBattery: false }, '', '恢复外部供电'],
  [
    'task.progressed',
    { ...said, step: 'arrived', skipped: ['received', 'departed'] },
    '',
    '镇应急救援队 到场：0714-A07 转移二组群众（对讲机，王队长）（未报：收到、出发）',
  ],
  [
    'task.cancelled',
    { ...said, reason: 'drill.ended' },
    '',
    '取消 镇应急救援队 的任务 0714-A07 转移二组群众，理由：演练结束',
  ],
  [
    'outage.repaired',
    { at: 0, by: '', means: 'phone', note: '', utility: 'power', village: { id: 'v', name: '李家湾村' } },
    '',
    '李家湾村供电于 01-01 08:00 恢复（电话）',
  ],
  [
    'task.actVoided',
    {
      ...{ task, recipient: team, urgency: 'ordinary', reason: '按错了键' },
      acts: [
        { of: 'a'.repeat(16), what: 'rung', outcome: 'repeated' },
        { of: 'b'.repeat(16), what: 'received' },
      ],
    },
    '',
    '作废任务 0714-A07 转移二组群众 的记录：呼叫（接通，已复述）、收到，理由：按错了键',
  ],
  ['task.voided', { reason: '重复下达' }, '0714-A07 转移二组群众', '作废任务 0714-A07 转移二组群众，理由：重复下达'],
  [
    'incident.advanced',
    { label: incident, to: 'responding', skipped: ['verifying'] },
    '',
    '事件 0714-A03 李家湾后山滑坡 进入处置（未报：核实）',
  ],
]

describe('in Chinese', () => {
  let texts: Awaited<ReturnType<typeof strictI18n>>
  beforeAll(async () => {
    texts = await strictI18n('zh-CN')
  })

  it.each(EXAMPLES)('%s', (kind, body, label, sentence) => {
    const entity = kind === 'duty.taken' ? 'duty-officer' : 'x'
    expect(sentenceOf({ kind, body, label, entity }, texts.t)).toBe(sentence)
  })

  it('leaves what a person typed as it is, braces and dollars too', () => {
    const text = '{{reason}} $t(common:frame.brand) <b>'
    expect(sentenceOf({ kind: 'log.entered', body: { at: 0, text }, label: '', entity: 'x' }, texts.t)).toBe(text)
  })
})

it('one step that is open again is one step in English', async () => {
  const { t } = await strictI18n('en')
  const said = (steps: number) =>
    sentenceOf({ kind: 'response.stepsReopened', body: { incident, at: 0, steps }, label: '', entity: 'x' }, t)
  expect([said(1), said(2)].map((text) => text.split(', ')[1])).toEqual([
    '1 step of the first half hour is open',
    '2 steps of the first half hour are open',
  ])
})

describe.each(LANGUAGES)('in %s', (language) => {
  let texts: Awaited<ReturnType<typeof strictI18n>>
  beforeAll(async () => {
    texts = await strictI18n(language)
  })

  it('an unknown kind, and a known one of another shape, get the general sentence', () => {
    const general = (kind: string) => texts.t('sentences:general', { kind })
    for (const kind of ['future.kind', 'task.issued', 'toString'])
      expect(sentenceOf({ kind, body: { strange: true }, label: '', entity: 'x' }, texts.t)).toBe(general(kind))
  })
})

it('every kind this version knows has a sentence', () => {
  expect(Object.keys(bodies).filter((kind) => !SPOKEN_KINDS.includes(kind))).toEqual([])
})
