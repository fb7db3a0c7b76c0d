import type { ReviewPage } from '../../../shared/domain/review/page.ts'
import { viewStates } from '../../viewStates.ts'
import { ReviewView, type ReviewViewProps } from './ReviewView.tsx'

const nothing = () => undefined
const CALL = Date.UTC(2026, 6, 13, 18, 40)
const minutes = (count: number) => CALL + count * 60_000
const step = { what: '', by: '', limit: null, reason: '', source: '' } as const
const SOURCE = '某县突发事件信息报告通知（2018年）'

const page: ReviewPage = {
  incident: { id: 'incident-1', no: '0714-A01', title: '李家湾村二组后山滑坡' },
  tips: ['0123456789abcdef'],
  drill: false,
  endedAt: minutes(200),
  receivedAt: CALL,
  receivedBy: '张伟',
  lines: [
    { ...step, key: 'responseStarted', at: minutes(6), by: '陈国平' },
    {
      ...step,
      key: 'firstPhone',
      at: minutes(11),
      by: '张伟',
      limit: { dueAt: minutes(20), rule: 'report.firstPhone' },
      source: SOURCE,
    },
    {
      ...step,
      key: 'firstWritten',
      what: '0714-A01',
      at: minutes(47),
      by: '张伟',
      limit: { dueAt: minutes(40), rule: 'report.firstWritten' },
      source: SOURCE,
      reason: '宽带中断，改走卫星',
    },
    { ...step, key: 'verifying', at: null },
    { ...step, key: 'ended', at: minutes(200), by: '刘芳' },
  ],
  figures: [
    {
      field: 'trapped',
      official: { value: { n: 2 }, claim: 'call-2:trapped', source: '110' },
      claims: [
        {
          id: 'call-2:trapped',
          field: 'trapped',
          amount: { n: 2 },
          source: '110',
          at: minutes(12),
          incident: 'incident-1',
          call: 'call-2',
        },
        {
          id: 'call-1:trapped',
          field: 'trapped',
          amount: { about: 3 },
          source: '村干部',
          at: CALL,
          incident: 'incident-1',
          call: 'call-1',
        },
      ],
      differ: true,
      outdated: false,
    },
  ],
  people: [{ name: '张伟', records: 21, firstAt: CALL, lastAt: minutes(200) }],
  interruptions: [
    { kind: 'onBattery', at: minutes(13) },
    { kind: 'onMains', at: minutes(95) },
  ],
  links: {
    recorded: 'part',
    spells: [
      { way: 'none', from: minutes(12), until: minutes(20), goesOn: false },
      { way: 'satellite', from: minutes(20), until: minutes(95), goesOn: true },
    ],
  },
  lessons: [
    {
      id: 'lesson-1',
      happened: '村口漫水桥没有人值守',
      change: '给李家湾村漫水桥安排专人值守',
      who: { kind: 'village', id: 'v1', name: '李家湾村' },
      dueAt: minutes(14_400),
      by: '张伟',
      withdrawn: null,
      task: { id: 'task-1', no: '0714-A09', title: '给李家湾村漫水桥安排专人值守', status: 'received' },
    },
    {
      id: 'lesson-2',
      happened: '书面首报超时',
      change: '值班室加装卫星备用链路',
      who: { kind: 'person', id: 'p1', name: '刘芳' },
      dueAt: minutes(14_400),
      by: '张伟',
      withdrawn: null,
      task: null,
    },
  ],
  now: minutes(260),
}

const props: ReviewViewProps = {
  page,
  past: false,
  pending: false,
  exporting: false,
  onLesson: nothing,
  onWord: nothing,
  onGive: nothing,
  onWithdraw: nothing,
  onOpenTask: nothing,
  onClose: nothing,
}

export const reviewStates = viewStates(ReviewView, {
  ended: props,
  pastDrill: { ...props, past: true, page: { ...page, drill: true } },
  pastDrillWithoutLessons: { ...props, past: true, page: { ...page, drill: true, lessons: [] } },
  running: {
    ...props,
    page: {
      ...page,
      endedAt: null,
      lines: page.lines.slice(0, 3),
      figures: [],
      interruptions: [],
      lessons: [],
      links: { recorded: 'none', spells: [] },
    },
  },
})
