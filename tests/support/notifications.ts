import { connectPeer, ownName, type Reply } from './dbus/peer.ts'
import type { Message } from './dbus/wire.ts'

export interface Notified {
  readonly summary: string
  readonly body: string
}

export interface NotificationServer {
  /** What was shown so far. */
  readonly shown: readonly Notified[]
  close(): void
}

/** Plays the desktop's notification service (Desktop Notifications Specification) on a bus. */
export async function startNotifications(socketPath: string): Promise<NotificationServer> {
  const shown: Notified[] = []
  const peer = await connectPeer(socketPath, (call) => answer(call, shown))
  await ownName(peer, 'org.freedesktop.Notifications')
  return { shown, close: () => peer.close() }
}

function answer(call: Message, shown: Notified[]): Reply | undefined {
  switch (call.member) {
    case 'GetServerInformation':
      return { signature: 'ssss', body: ['test', 'zhenshou', '1', '1.2'] }
    case 'GetCapabilities':
      return { signature: 'as', body: [['body', 'actions']] }
    case 'Notify':
      shown.push({ summary: String(call.body[3]), body: String(call.body[4]) })
      return { signature: 'u', body: [shown.length] }
    case 'CloseNotification':
      return { signature: '', body: [] }
    default:
      return undefined
  }
}
