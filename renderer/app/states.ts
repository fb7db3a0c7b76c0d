import { createElement } from 'react'
import type { SyncState } from '../../shared/ipc/sync.ts'
import type { DutyPost, TownshipNow } from '../../shared/ipc/township.ts'
import { AlarmBadgeView } from '../features/alarms/AlarmBadgeView.tsx'
import { viewStates } from '../viewStates.ts'
import { CannotOpenView } from './CannotOpenView.tsx'
import { ClockView } from './Clock.tsx'
import { Fault } from './ErrorBoundary.tsx'
import { OpeningView } from './OpeningView.tsx'
import { Rail } from './Rail.tsx'
import { TopBarView, type TopBarViewProps } from './TopBarView.tsx'

const since = Date.UTC(2026, 6, 13, 18, 40)
const holds = (name: string): DutyPost['holders'][number] => ({ id: name, name, sinceMs: since, note: '' })
const post = (...names: string[]): DutyPost => ({ tips: [], holders: names.map(holds) })
const township: Pick<TownshipNow, 'name' | 'mode' | 'officer' | 'leader'> = {
  name: '云岭县青石镇',
  mode: 'normal',
  officer: post('李文博'),
  leader: post('周建国'),
}
const common = { since, pending: [0, 0, 0], redeliver: 0, hubName: '云岭县应急值班室', links: [] } as const
const links: SyncState['links'] = [
  { id: 'broadband', kind: 'broadband', name: '', state: 'down', carries: false },
  { id: 'satellite', kind: 'satellite', name: '', state: 'up', carries: true },
]
const online: SyncState = { ...common, state: 'online', reason: 'idle', clockOffsetMs: 0 }
const bar: TopBarViewProps = {
  township,
  sync: online,
  power: { source: 'mains', percent: null },
  alarms: createElement(AlarmBadgeView, { count: 3, wantReason: 1, red: 1, onOpen: () => undefined }),
  person: '李文博',
  clock: createElement(ClockView, { now: since }),
  drill: false,
  onLink: () => undefined,
  onDrill: () => undefined,
  onTake: () => undefined,
}

export const topBarStates = viewStates(TopBarView, {
  calm: bar,
  drill: { ...bar, drill: true },
  reading: { ...bar, township: null, sync: null },
  nobodyOnDuty: { ...bar, township: { ...township, officer: post(), leader: post() } },
  concurrent: { ...bar, township: { ...township, mode: 'emergency', officer: post('李文博', '陈秀英') } },
  cut: {
    ...bar,
    sync: { ...common, pending: [1, 3, 24], state: 'waiting', reason: 'unreachable', nextTryAt: since, attempt: 4 },
    power: { source: 'battery', percent: 22, mark: 30 },
  },
  connecting: {
    ...bar,
    sync: { ...common, state: 'connecting', reason: 'retrying', attempt: 2 },
    power: { source: 'battery', percent: 8, mark: 10 },
  },
  onSatellite: { ...bar, sync: { ...online, reason: 'sending', pending: [0, 2, 41], links } },
  onBattery: { ...bar, power: { source: 'battery', percent: 71, mark: null } },
  sendingAgain: { ...bar, sync: { ...online, reason: 'sending', pending: [0, 0, 310], redeliver: 120 } },
  notEnrolled: {
    ...bar,
    sync: { ...common, pending: [0, 2, 7], state: 'off', reason: 'notEnrolled' },
    power: { source: 'mains', percent: 64 },
  },
})

export const railStates = viewStates(Rail, {
  log: { open: 'log', onOpen: () => undefined, onIntake: () => undefined },
})

export const faultStates = viewStates(Fault, { fault: { onAgain: () => undefined } })

export const openingStates = viewStates(OpeningView, {
  half: { progress: { done: 41_000, total: 104_000 } },
})

export const cannotOpenStates = viewStates(CannotOpenView, {
  full: { sentence: '磁盘已满，没有写入。', pending: false, onAgain: () => undefined },
  trying: { sentence: '磁盘已满，没有写入。', pending: true, onAgain: () => undefined },
})
