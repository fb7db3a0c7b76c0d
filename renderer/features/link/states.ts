import { viewStates } from '../../viewStates.ts'
import { LinkRoomView, type LinkRoomViewProps } from './LinkRoomView.tsx'

const nothing = () => undefined
const common = { since: 0, pending: [0, 0, 0], redeliver: 0, hubName: 'county.example:8970' } as const
const online: LinkRoomViewProps = {
  sync: { ...common, state: 'online', reason: 'idle', clockOffsetMs: 0 },
  hub: {
    url: 'http://county.example:8970',
    enrolled: true,
    enrolling: false,
    hubId: 'h3fa9',
    deviceId: 'd53e4d2940bb',
  },
  address: 'http://county.example:8970',
  code: '',
  pending: false,
  problem: undefined,
  onAddress: nothing,
  onCode: nothing,
  onSaveAddress: nothing,
  onEnroll: nothing,
  onCancelEnroll: nothing,
  onRetry: nothing,
}
const notEnrolled: LinkRoomViewProps = {
  ...online,
  sync: { ...common, hubName: '', state: 'off', reason: 'notEnrolled', pending: [1, 4, 32] },
  hub: { url: '', enrolled: false, enrolling: false, hubId: '', deviceId: 'd53e4d2940bb' },
  address: '',
}

export const linkRoomStates = viewStates(LinkRoomView, {
  online,
  sending: { ...online, sync: { ...common, state: 'online', reason: 'sending', clockOffsetMs: 0, pending: [0, 12, 3400] } },
  outage: {
    ...online,
    sync: { ...common, state: 'waiting', reason: 'unreachable', nextTryAt: 60_000, attempt: 3, pending: [2, 5, 41] },
  },
  redeliver: {
    ...online,
    sync: { ...common, state: 'online', reason: 'sending', clockOffsetMs: 0, pending: [0, 3, 20], redeliver: 23 },
  },
  notEnrolled,
  enrolling: {
    ...notEnrolled,
    sync: { ...common, state: 'waiting', reason: 'unreachable', nextTryAt: 60_000, attempt: 3, pending: [0, 5, 41] },
    hub: { ...notEnrolled.hub, url: 'http://county.example:8970', enrolling: true },
    address: 'http://county.example:8970',
  },
  refused: { ...notEnrolled, code: '3F7K9-Q2M4X', problem: '登记码已过期，请向县里要新的登记码。' },
})
