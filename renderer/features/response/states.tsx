import { viewStates } from '../../viewStates.ts'
import { BoardView, type BoardViewProps } from './BoardView.tsx'
import { ChooseCardDialog } from './ChooseCardDialog.tsx'
import { EtaDialog } from './EtaDialog.tsx'
import { AnswerDialog, OfferDialog } from './HandoverDialogs.tsx'
import { HelpAnswerDialog, HelpDialog } from './HelpDialogs.tsx'
import { LevelDialog } from './LevelDialog.tsx'
import { LifelinesView } from './LifelinesView.tsx'
import { OutageDialog } from './OutageDialog.tsx'
import { ResponseListView } from './ResponseListView.tsx'
import { SaidDialog } from './SaidDialog.tsx'
import { StartDialog } from './StartDialog.tsx'
import { cards, incident, NOW, outages, people, sampleBoard, sampleResponse, tasks } from './samples.ts'

const village = { id: 'v1', name: '李家湾村' }
const nothing = () => undefined

const board: BoardViewProps = {
  incident: { ...incident, level: 'relativelySerious', open: true },
  board: sampleBoard,
  tasks,
  alarms: [],
  figures: [
    {
      field: 'missing',
      official: null,
      claims: [
        {
          id: 'c:missing',
          field: 'missing',
          amount: { n: 2 },
          source: '村干部',
          at: NOW,
          incident: 'incident-1',
          call: null,
        },
      ],
      differ: true,
      outdated: false,
    },
    {
      field: 'evacuated',
      official: { value: { n: 43 }, claim: 'c', source: '转移点名' },
      claims: [],
      differ: false,
      outdated: true,
    },
  ],
  outages,
  now: NOW,
  current: 'flashFlood/leader',
  onBack: nothing,
  onAct: nothing,
  onSituation: nothing,
  onEvacuation: nothing,
  onIncident: nothing,
  onCurrent: nothing,
  onTick: nothing,
  onEta: nothing,
  onTask: nothing,
  onAnswerHandover: nothing,
  onAnswerHelp: nothing,
  onOutage: nothing,
  onReview: nothing,
  onPutAway: nothing,
}
const MINUTE = 60_000
const [run] = sampleResponse.course.runs
const withRun = (more: object): BoardViewProps => ({
  ...board,
  board: {
    ...sampleBoard,
    response: {
      tips: [],
      state: { ...sampleResponse, course: { runs: run ? [{ ...run, ...more }] : [], ineffective: [] } },
    },
  },
})
const authority = run?.authority ?? { name: '', role: null, means: 'phone' as const, at: 0 }

export const boardStates = viewStates(BoardView, {
  running: board,
  notStarted: { ...board, board: { ...sampleBoard, response: null, cards: cards.slice(0, 1) }, tasks: [] },
  amber: { ...board, now: NOW + 6 * MINUTE },
  late: { ...board, now: NOW + 70 * MINUTE },
  settled: withRun({ completedAt: NOW - MINUTE }),
  ended: withRun({
    ended: { at: NOW, authority, reason: '水位回落', by: run?.by },
  }),
  unreadable: { ...board, board: { ...sampleBoard, unreadable: ['gas.json'] } },
  concurrent: {
    ...board,
    board: {
      ...sampleBoard,
      response: {
        tips: [],
        state: {
          ...sampleResponse,
          fields: {
            ...sampleResponse.fields,
            commander: {
              value: { name: '陈国平', post: '镇长' },
              by: run?.by ?? { version: '', hlc: '', origin: '', name: '' },
              rivals: [
                {
                  value: { name: '周敏', post: '副镇长' },
                  by: { version: '0000000000000009', hlc: '', origin: 'd-b', name: '周敏' },
                },
              ],
            },
          },
        },
      },
    },
  },
})

export const responseListStates = viewStates(ResponseListView, {
  loading: { rows: null, onOpen: nothing },
  empty: { rows: [], onOpen: nothing },
})

const frame = { pending: false, problem: undefined, onCancel: nothing, onConfirm: nothing }
const [handover] = sampleResponse.handovers
const [help] = sampleResponse.help

export const startDialogStates = viewStates(StartDialog, {
  byTelephone: { ...frame, people, atDesk: 'p3', receivedAt: NOW - 18 * MINUTE, now: NOW },
  noHead: { ...frame, people: people.slice(1), atDesk: 'p2', receivedAt: NOW, now: NOW },
  refused: {
    ...frame,
    people,
    atDesk: 'p1',
    receivedAt: NOW,
    now: NOW,
    problem: '没有重复启动：事件 0714-A01 的应急响应已在进行。',
  },
})
export const levelDialogStates = viewStates(LevelDialog, {
  change: { ...frame, level: 'four', people, atDesk: 'p1', now: NOW },
  end: { ...frame, level: null, people, atDesk: 'p1', now: NOW },
})
export const saidDialogStates = viewStates(SaidDialog, {
  open: { ...frame, title: '记录这一步已落实', confirm: '记录', now: NOW, byLabel: '谁报告的', textLabel: '补充说明' },
})
export const etaDialogStates = viewStates(EtaDialog, { open: { ...frame, who: '镇应急救援队', now: NOW } })
export const offerDialogStates = viewStates(OfferDialog, { open: { ...frame, people, now: NOW } })
export const answerDialogStates = viewStates(AnswerDialog, handover ? { open: { ...frame, handover, now: NOW } } : {})
export const outageDialogStates = viewStates(OutageDialog, {
  open: { ...frame, villages: [village], village, now: NOW },
  none: { ...frame, villages: [village], village: null, now: NOW },
})
export const lifelinesStates = viewStates(LifelinesView, {
  none: { outages: [], now: NOW },
  shown: { outages, now: NOW },
})
export const helpDialogStates = viewStates(HelpDialog, {
  open: { ...frame, draft: { found: null, keep: nothing }, bodies: [{ id: 'water', label: '水利部门' }], now: NOW },
})
export const helpAnswerDialogStates = viewStates(HelpAnswerDialog, help ? { open: { ...frame, help, now: NOW } } : {})
export const chooseCardDialogStates = viewStates(ChooseCardDialog, {
  open: { ...frame, cards: sampleBoard.others, language: 'zh-CN' },
})
