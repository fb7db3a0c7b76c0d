import { createElement } from 'react'
import type { LinkNow, LinkSettings, QueuePoint } from '../../../shared/ipc/links.ts'
import type { HubSettings, SyncState } from '../../../shared/ipc/sync.ts'
import { viewStates } from '../../viewStates.ts'
import { CountyPanelView, type CountyPanelViewProps } from './CountyPanelView.tsx'
import { LinkDialogView, type LinkDialogViewProps } from './LinkDialogView.tsx'
import { LinkRoomView, type LinkRoomViewProps } from './LinkRoomView.tsx'
import { emptyForm, formOf } from './model.ts'

const nothing = () => undefined
const now = Date.UTC(2026, 6, 13, 19, 40)

const broadband: LinkSettings = {
  id: 'broadband',
  kind: 'broadband',
  name: '',
  url: 'http://county.example:8970',
  card: null,
  bitRate: 10_000_000,
  billing: 'free',
  budgetBytes: null,
  laneFloor: 2,
  mode: 'auto',
}
const satellite: LinkSettings = {
  ...broadband,
  id: 'satellite',
  kind: 'satellite',
  name: '天通',
  url: 'http://10.88.0.1:8970',
  card: 'eth1',
  bitRate: 64_000,
  billing: 'byte',
  budgetBytes: 5_000_000,
  laneFloor: 1,
}

function linkIn(settings: LinkSettings, change: Partial<LinkNow> = {}): LinkNow {
  return {
    settings,
    state: 'up',
    reason: 'answering',
    since: now - 3_600_000,
    nextTryAt: null,
    roundTripMs: settings.kind === 'satellite' ? 1_240 : 24,
    carries: settings.kind === 'satellite' ? [] : [0, 1, 2],
    today: { sent: 812_000, received: 96_000, billed: 908_000 },
    seconds: [0, 0, settings.laneFloor === 2 ? 0 : null],
    ...change,
  }
}

const common = { since: 0, pending: [0, 0, 0], redeliver: 0, hubName: 'county.example:8970', links: [] } as const
const online: SyncState = { ...common, state: 'online', reason: 'idle', clockOffsetMs: 0 }
const outage: SyncState = {
  ...common,
  state: 'waiting',
  reason: 'unreachable',
  nextTryAt: now + 60_000,
  attempt: 3,
  pending: [2, 5, 3_400],
}
const queue: readonly QueuePoint[] = Array.from({ length: 40 }, (_, index) => ({
  at: now - (40 - index) * 60_000,
  pending: [index > 30 ? 2 : 0, index > 20 ? 5 : 0, Math.max(0, index - 12) * 120],
}))

const hub: HubSettings = {
  url: 'http://county.example:8970',
  enrolled: true,
  enrolling: false,
  hubId: 'h3fa9',
  deviceId: 'd53e4d2940bb',
}
const enrolled: CountyPanelViewProps = {
  hub,
  address: hub.url,
  code: '',
  pending: false,
  problem: undefined,
  onAddress: nothing,
  onCode: nothing,
  onSaveAddress: nothing,
  onEnroll: nothing,
  onCancelEnroll: nothing,
}
const notEnrolled: CountyPanelViewProps = {
  ...enrolled,
  hub: { url: '', enrolled: false, enrolling: false, hubId: '', deviceId: 'd53e4d2940bb' },
  address: '',
}

const room: LinkRoomViewProps = {
  sync: online,
  links: [linkIn(broadband), linkIn(satellite)],
  queue: [],
  switches: [],
  county: createElement(CountyPanelView, enrolled),
  onRetry: nothing,
  onAdd: nothing,
  onEdit: nothing,
  onTest: nothing,
  onMode: nothing,
  onForward: nothing,
  onDemo: nothing,
}
const down: Partial<LinkNow> = {
  state: 'down',
  reason: 'unreachable',
  nextTryAt: now + 60_000,
  roundTripMs: null,
  carries: [],
}

export const linkRoomStates = viewStates(LinkRoomView, {
  online: room,
  onSatellite: {
    ...room,
    sync: { ...online, reason: 'sending', pending: [1, 12, 3_400] },
    links: [
      linkIn(broadband, down),
      linkIn(satellite, { carries: [0, 1], seconds: [3, 14, null], reason: 'answering' }),
    ],
    queue,
  },
  outage: {
    ...room,
    sync: outage,
    links: [
      linkIn(broadband, { ...down, seconds: [1, 1, 2] }),
      linkIn(satellite, { ...down, reason: 'noAnswer', seconds: [1, 4, 380] }),
    ],
    queue,
  },
  unsteady: {
    ...room,
    links: [
      linkIn(broadband, { state: 'degraded', reason: 'missedAck' }),
      linkIn(satellite, { state: 'degraded', reason: 'wrongCard' }),
    ],
  },
  trying: {
    ...room,
    sync: { ...common, state: 'connecting', reason: 'retrying', attempt: 2 },
    links: [
      linkIn(broadband, { state: 'probing', reason: 'connecting', carries: [], roundTripMs: null }),
      linkIn(satellite, { state: 'probing', reason: 'confirming', carries: [] }),
    ],
  },
  atRest: {
    ...room,
    links: [
      linkIn({ ...broadband, mode: 'forbidden' }, { ...down, reason: 'forbidden', nextTryAt: null }),
      linkIn({ ...satellite, billing: 'session' }, { ...down, reason: 'standby' }),
      linkIn({ ...satellite, id: 'satellite-2', name: '', mode: 'forced' }, { state: 'draining', reason: 'flushed' }),
    ],
  },
  demo: {
    ...room,
    links: [linkIn(broadband, down), linkIn({ ...satellite, card: null }, { carries: [0, 1, 2] })],
    switches: [
      { id: 'broadband', state: 'silent' },
      { id: 'satellite', state: 'on' },
    ],
  },
  redeliver: { ...room, sync: { ...online, reason: 'sending', pending: [0, 3, 20], redeliver: 23 } },
  notEnrolled: {
    ...room,
    sync: { ...common, hubName: '', state: 'off', reason: 'notEnrolled', pending: [1, 4, 32] },
    links: [],
    county: createElement(CountyPanelView, notEnrolled),
  },
})

export const countyPanelStates = viewStates(CountyPanelView, {
  enrolled,
  notEnrolled,
  enrolling: {
    ...notEnrolled,
    hub: { ...notEnrolled.hub, url: 'http://county.example:8970', enrolling: true },
    address: 'http://county.example:8970',
  },
  refused: { ...notEnrolled, code: '3F7K9-Q2M4X', problem: '登记码已过期，请向县里要新的登记码。' },
})

const dialog: LinkDialogViewProps = {
  initial: emptyForm('satellite', hub.url),
  isNew: true,
  cards: ['eth0', 'eth1', 'wlan0'],
  pending: false,
  problem: undefined,
  onSave: nothing,
  onRemove: nothing,
  onCancel: nothing,
}

export const linkDialogStates = viewStates(LinkDialogView, {
  new: dialog,
  edit: { ...dialog, isNew: false, initial: formOf(satellite) },
  refused: { ...dialog, problem: '“http://”不是可用的地址，没有保存。请按县里给的格式填写，例如 10.0.0.8:8970。' },
})
