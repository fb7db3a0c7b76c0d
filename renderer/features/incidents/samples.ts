import type { Call } from '../../../shared/domain/call/call.ts'
import type { Classification } from '../../../shared/domain/classification.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Registers, Writer } from '../../../shared/domain/registers.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import type { IntakeLists } from '../intake/model.ts'

/** 2026-07-14 03:10 in Beijing. */
export const NOW = Date.UTC(2026, 6, 13, 19, 10)
export const MINUTE = 60_000
const words = { aliases: [], initials: '' }

export const sampleClassification: Classification = {
  groups: [{ key: 'naturalDisaster', name: { 'zh-CN': '自然灾害', en: 'Natural disaster' } }],
  types: [
    {
      key: 'landslide',
      name: { 'zh-CN': '山体滑坡', en: 'Landslide' },
      group: 'naturalDisaster',
      body: 'naturalResources',
      gbt35561: null,
      ...words,
    },
  ],
  bodies: [{ key: 'naturalResources', name: { 'zh-CN': '自然资源部门', en: 'Natural resources' }, ...words }],
  sources: [{ key: 'villageCadre', name: { 'zh-CN': '村干部', en: 'Village cadre' }, ...words }],
  figures: [
    { key: 'dead', part: 'life' },
    { key: 'missing', part: 'life' },
    { key: 'trapped', part: 'life' },
    { key: 'evacuated', part: 'first' },
  ],
  unreadable: [],
}
export const sampleLists: IntakeLists = {
  classification: sampleClassification,
  villages: [{ id: 'v1', name: '李家湾村' }],
}

export function writer(minutes: number, name = '张伟', n = 1): Writer {
  return { version: String(n).padStart(16, '0'), hlc: makeHlc(NOW - minutes * MINUTE, n), origin: 'd-a', name }
}

function registers(values: { readonly [field: string]: Json }, by: Writer): Registers {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, by }]))
}

export const village = { id: 'v1', name: '李家湾村' }
const type = { key: 'landslide', name: '山体滑坡' }
export const here = { id: 'incident-1', no: '0714-A01', title: '李家湾村二组后山山体滑坡' }

export const sampleIncident: Incident = {
  id: here.id,
  label: { no: here.no, title: here.title, village: { name: '李家湾村' } },
  opened: writer(30),
  since: writer(30).hlc,
  fields: registers(
    {
      title: here.title,
      type,
      level: 'relativelySerious',
      at: NOW - 40 * MINUTE,
      village,
      place: '二组后山',
      trend: '后山仍有落石，雨势未减',
      leaders: '副镇长周敏已到场',
    },
    writer(30),
  ),
  course: {
    phase: 'responding',
    reached: { responding: { to: 'responding', by: writer(24, '张伟', 4) } },
    reopenings: [],
    ineffective: [],
  },
  merged: {},
  splitFrom: null,
  dismissed: null,
  transfers: [],
  claims: [
    {
      id: 'c1:dead',
      field: 'dead',
      amount: null,
      source: '县应急局',
      at: NOW - 10 * MINUTE,
      by: writer(10),
      withdrawn: null,
    },
  ],
  official: registers({ trapped: { value: { n: 2 }, claim: 'call-1:trapped', source: '村干部 0714-A01' } }, writer(20)),
  voided: null,
}

export const sampleCall: Call = {
  id: 'call-1',
  label: { no: '0714-A01', about: '李家湾村二组后山山体滑坡' },
  recorded: writer(30),
  fields: registers(
    {
      reportedAt: NOW - 30 * MINUTE,
      at: NOW - 40 * MINUTE,
      source: { key: 'villageCadre', name: '村干部' },
      caller: { name: '王建国', phone: '13800000000', post: '村支书' },
      village,
      place: '二组后山',
      type,
      level: 'relativelySerious',
      description: '后山滑坡，埋了一栋房，里面有两个人',
      measures: '已转移 15 人，二组拉警戒线',
      requests: '需要挖掘机',
      incident: here,
    },
    writer(30),
  ),
  figures: registers(
    { trapped: { amount: { n: 2 } }, missing: { amount: null }, evacuated: { amount: { about: 15 } } },
    writer(30),
  ),
  claimedName: null,
  confirmed: null,
  voided: null,
}
const secondCall: Call = {
  ...sampleCall,
  id: 'call-2',
  label: { no: '0714-A02' },
  recorded: writer(15),
  claimedName: '小李',
  fields: registers(
    {
      reportedAt: NOW - 15 * MINUTE,
      source: { key: 'publicCall', name: '群众来电' },
      caller: {},
      place: '二组',
      level: 'undetermined',
      description: '听说埋了三个人',
      incident: here,
    },
    writer(15),
  ),
  figures: registers({ trapped: { amount: { n: 3 } } }, writer(15)),
}

export const sampleDetail: IncidentDetail = {
  incident: { state: sampleIncident, tips: ['0000000000000001'] },
  root: here,
  circle: false,
  calls: [
    { state: sampleCall, tips: ['0000000000000002'] },
    { state: secondCall, tips: ['0000000000000003'] },
  ],
  members: [],
  splits: [],
}

/** Two consoles wrote at once; another incident was merged in; it was transferred, reopened and split. */
export const contestedDetail: IncidentDetail = {
  ...sampleDetail,
  incident: {
    ...sampleDetail.incident,
    state: {
      ...sampleIncident,
      fields: {
        ...sampleIncident.fields,
        level: {
          value: 'serious',
          by: writer(9, '李强', 8),
          rivals: [{ value: 'relativelySerious', by: writer(9, '张伟', 9) }],
        },
      },
      official: {
        ...sampleIncident.official,
        trapped: {
          value: { value: { n: 2 }, claim: 'call-1:trapped', source: '村干部 0714-A01' },
          by: writer(8, '张伟', 10),
          rivals: [
            {
              value: { value: { n: 3 }, claim: 'call-2:trapped', source: '群众来电 0714-A02' },
              by: writer(8, '李强', 11),
            },
          ],
        },
      },
      course: {
        phase: 'responding',
        reached: { responding: { to: 'responding', by: writer(24, '张伟', 4) } },
        reopenings: [{ to: 'responding', by: writer(12, '周敏', 6), reason: '后山再次滑坡' }],
        ineffective: [{ to: 'archived', by: writer(11, '李强', 7) }],
      },
      splitFrom: { id: 'incident-9', no: '0713-A04', title: '连日强降雨险情' },
      transfers: [
        {
          id: 't1',
          body: { key: 'naturalResources', name: '自然资源部门' },
          person: '周科长',
          means: 'phone',
          note: '请派技术人员',
          by: writer(14),
          returned: null,
        },
        {
          id: 't2',
          body: { key: 'transport', name: '交通运输部门' },
          person: '',
          means: 'message',
          note: '',
          by: writer(13),
          returned: { reason: '村道不归其管', by: writer(12) },
        },
      ],
    },
  },
  members: [
    {
      state: {
        ...sampleIncident,
        id: 'incident-2',
        label: { no: '0714-B01', title: '李家湾民房被埋' },
        fields: registers({ title: '李家湾民房被埋', level: 'undetermined' }, writer(20)),
        merged: registers({ into: { ...here, how: 'merged' } }, writer(16)),
        claims: [
          {
            id: 'c2:dead',
            field: 'dead',
            amount: { n: 1 },
            source: '网格员 陈燕',
            at: NOW - 18 * MINUTE,
            by: writer(18),
            withdrawn: null,
          },
        ],
        official: {},
      },
      tips: ['0000000000000004'],
    },
  ],
  splits: [{ id: 'incident-3', no: '0714-A03', title: '石门村进村路塌方' }],
}
