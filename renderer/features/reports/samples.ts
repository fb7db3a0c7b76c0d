import type { ReportContent } from '../../../shared/domain/report/content.ts'
import type { Paper } from '../../../shared/domain/report/paper.ts'
import type { Report } from '../../../shared/domain/report/reporting.ts'
import type { Rule } from '../../../shared/domain/rules.ts'
import type { IncidentReporting, ReportTexts, ReportView } from '../../../shared/ipc/reports.ts'
import { here, MINUTE, NOW, writer } from '../incidents/samples.ts'

const type = { key: 'landslide', name: '山体滑坡' }
export const leader = { id: 'person-9', name: '刘芳' }
const county = { key: 'countyEmergency', name: '县应急管理局', tier: 'county' } as const

export const sampleContent: ReportContent = {
  title: '关于李家湾村二组后山山体滑坡的首报',
  asOf: NOW,
  receivedAt: NOW - 30 * MINUTE,
  occurredAt: NOW - 40 * MINUTE,
  type,
  level: 'relativelySerious',
  figures: { trapped: { value: { n: 2 }, source: '村干部 0714-A01' } },
  sections: {
    source: '2026年7月14日2时40分，村干部王建国报告（接报0714-A01）。',
    place: '青石县清溪镇李家湾村二组后山',
    nature: '自然灾害，山体滑坡，初步定为较大。',
    losses: '据初步统计：被困2人。另有待核实的说法：失踪情况不明（县应急局）。',
    trend: '后山仍有落石，雨势未减。',
    measures: '已转移15人。已下达任务：镇应急救援队：转移李家湾二组坡脚三户（已到场）。',
  },
}
export const sampleReport: Report = {
  label: { id: 'report-1', no: '0714-A01', kind: 'first', ordinal: 0, title: sampleContent.title },
  drafted: writer(20),
  corrects: null,
  texts: [{ content: sampleContent, by: writer(20), effective: true }],
  approval: null,
  furtherApprovals: [],
  sendings: [],
  withdrawn: null,
}
export const approval: Report['approval'] = {
  of: writer(20).version,
  contentHash: 'a'.repeat(64),
  person: leader,
  how: { how: 'phone', at: NOW - 16 * MINUTE, phone: '13800000002', recordedBy: '张伟' },
  limits: [],
  by: writer(16),
}
export const sending: Report['sendings'][number] = {
  at: NOW - 15 * MINUTE,
  content: sampleContent,
  contentHash: 'a'.repeat(64),
  signedBy: leader,
  recipients: [{ to: county, route: 'system' }],
  limits: [],
  by: writer(15, '张伟', 7),
}
export function viewOf(report: Report, more: Partial<ReportView> = {}): ReportView {
  const base: ReportView = {
    report,
    status: 'awaiting',
    contentHash: 'a'.repeat(64),
    percent: 73,
    missing: ['scope', 'leaders', 'advice'],
    sentVersion: '',
    held: false,
    hadAt: null,
    correctedBy: '',
  }
  return { ...base, ...more }
}

const rule = (id: string, value: number): Rule => ({
  id,
  value,
  unit: 'minutes',
  source: { document: '某县突发事件信息报告通知（2018年）', article: '接报后20分钟内电话报告', confidence: 'medium' },
})
const clock = { startAt: NOW - 30 * MINUTE, stoppedAt: null, explained: false }
export const sampleReporting: IncidentReporting = {
  incident: here,
  tips: ['0000000000000001'],
  reports: [
    viewOf(
      { ...sampleReport, approval, sendings: [sending] },
      { status: 'sent', percent: 100, missing: [], sentVersion: sending.by.version, correctedBy: '0714-A03' },
    ),
    viewOf({
      ...sampleReport,
      label: {
        ...sampleReport.label,
        id: 'report-2',
        no: '0714-A02',
        kind: 'followUp',
        ordinal: 1,
        title: '关于李家湾村二组后山山体滑坡的续报一',
      },
    }),
  ],
  told: [
    {
      id: 't1',
      report: null,
      to: county,
      person: '周科长',
      phone: '028-87654321',
      route: 'phone',
      at: NOW - 25 * MINUTE,
      saidBy: '张伟',
      text: '李家湾二组后山滑坡，2人被困，已派救援队。',
      limits: [],
      by: writer(25),
      voided: null,
    },
    {
      id: 't2',
      report: null,
      to: { key: 'cityDuty', name: '市总值班室', tier: 'above' },
      person: '',
      phone: '',
      route: 'fax',
      at: NOW - 24 * MINUTE,
      saidBy: '张伟',
      text: '',
      limits: [],
      by: writer(24),
      voided: { reason: '传真没有发出', by: writer(20) },
    },
  ],
  waived: null,
  late: [],
  relief: {
    limit: null,
    by: writer(20),
    reached: { relocated: { at: NOW - 10 * MINUTE, saidBy: '张伟', by: writer(10) } },
  },
  clocks: [
    {
      ...clock,
      clock: 'firstPhone',
      amberAt: NOW - 15 * MINUTE,
      dueAt: NOW - 10 * MINUTE,
      stoppedAt: NOW - 5 * MINUTE,
      explained: true,
      rule: rule('report.first.phone', 20),
    },
    { ...clock, clock: 'firstWritten', amberAt: NOW, dueAt: NOW + 10 * MINUTE, rule: rule('report.first.written', 40) },
    { ...clock, clock: 'approval', amberAt: NOW - 20 * MINUTE, dueAt: NOW - 12 * MINUTE, rule: null },
    { ...clock, clock: 'followUp', amberAt: NOW + 260 * MINUTE, dueAt: NOW + 290 * MINUTE, rule: null },
  ],
  recipients: [
    { ...county, usual: true },
    { key: 'countyDuty', name: '县总值班室', tier: 'county', usual: true },
    { key: 'naturalResources', name: '县自然资源局', tier: 'county', usual: true },
    { key: 'townshipHead', name: '本级主要负责同志', tier: 'township', usual: false },
    { key: 'cityDuty', name: '市总值班室', tier: 'above', usual: false },
  ],
  signers: [
    { ...leader, post: '副镇长', phone: '13800000002', onDuty: true, canSignIn: true },
    { id: 'person-8', name: '周敏', post: '镇长', phone: '', onDuty: false, canSignIn: false },
  ],
  items: {
    first: [
      'receivedAt',
      'source',
      'occurredAt',
      'place',
      'nature',
      'scope',
      'losses',
      'trend',
      'leaders',
      'measures',
      'advice',
    ],
    followUp: ['progress', 'losses', 'trend', 'leaders', 'measures', 'advice'],
    final: ['cause', 'losses', 'outcome', 'measures', 'aftermath'],
    verified: ['verification', 'losses', 'aftermath'],
  },
  nextKind: 'followUp',
}

export const samplePaper: Paper = {
  urgency: '特急',
  drill: '',
  masthead: '清溪镇突发事件信息',
  number: '第0714-A01号',
  signer: '签发人：刘芳（电话同意）',
  title: sampleContent.title,
  salutation: '县应急管理局、县总值班室、县自然资源局：',
  parts: [
    { heading: '一、接报时间。', text: '2026年7月14日2时40分。' },
    { heading: '二、事发地点。', text: '青石县清溪镇李家湾村二组后山' },
    { heading: '三、伤亡损失。', text: sampleContent.sections.losses ?? '' },
    { heading: '四、已采取措施。', text: sampleContent.sections.measures ?? '' },
  ],
  figureTitles: ['项目', '数字', '来源'],
  figures: [{ name: '紧急转移安置（人）', value: '43', source: '村干部 0714-A01' }],
  closing: '后续情况将及时续报。',
  contact: '联系人：张伟　电话：028-87650000',
  issuer: '清溪镇人民政府',
  day: '2026年7月14日',
  imprint: '清溪镇值班室',
  imprintAt: '2026年7月14日2时55分印发',
  headCode: '记录校验码：K7QF-2M9X',
}
export const sampleTexts: ReportTexts = {
  sms: {
    text: '【清溪镇】首报：14日2时30分，青石县清溪镇李家湾村二组后山山体滑坡。被困2人。已采取：已转移15人。报告人张伟13800000001',
    characters: 65,
    messages: 1,
    shortened: false,
  },
  broadcast:
    '清溪镇应急广播。\n请附近群众立即离开危险区域。\n再播送一遍。\n清溪镇应急广播。\n请附近群众立即离开危险区域。',
  phoneLog: '',
}
