import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectPeer, ownName, type Peer } from './dbus/peer.ts'
import type { Message, Variant } from './dbus/wire.ts'

/** A session of its own, with or without a status area, for desks under test. */
export interface SessionBus {
  /** Goes into the environment of the desk. */
  readonly env: Readonly<Record<string, string>>
  /** Where its bus listens. */
  readonly socketPath: string
  /** A panel starts: from now on there is a status area. */
  startStatusArea(): Promise<StatusArea>
  stop(): void
}

export interface StatusArea {
  /** Icons registered so far: name of the connection and path of the object. */
  readonly items: readonly Item[]
  readMenu(item: Item): Promise<readonly MenuEntry[]>
  /** As a mouse would. @throws when there is no such entry. */
  choose(item: Item, label: string): Promise<void>
  readToolTip(item: Item): Promise<string>
  close(): void
}

interface Item {
  readonly service: string
  readonly path: string
}

export interface MenuEntry {
  readonly id: number
  readonly label: string
}

const PROPERTIES = 'org.freedesktop.DBus.Properties'
const WATCHER = 'org.kde.StatusNotifierWatcher'

export async function startSessionBus(): Promise<SessionBus> {
  const folder = mkdtempSync(join(process.env.ZHENSHOU_TEST_FOLDER ?? tmpdir(), 'bus-'))
  const path = join(folder, 'bus')
  const address = `unix:path=${path}`
  const daemon = spawn(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--print-address', `--address=${address}`],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const stop = () => daemon.kill('SIGTERM')
  process.once('exit', stop)
  await new Promise<void>((done, fail) => {
    daemon.stdout.once('data', () => done())
    daemon.once('error', fail)
    daemon.once('exit', (code) => fail(new Error(`dbus-daemon ended with ${code}`)))
  })
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    socketPath: path,
    startStatusArea: () => startStatusArea(path),
    stop,
  }
}

/** Plays org.kde.StatusNotifierWatcher and a host of its own. */
async function startStatusArea(socketPath: string): Promise<StatusArea> {
  const items: Item[] = []
  const peer = await connectPeer(socketPath, (call) => answer(call, items))
  await ownName(peer, WATCHER)
  const menuOf = (item: Item) => readMenu(peer, item)
  return {
    items,
    readMenu: menuOf,
    async choose(item, label) {
      const entry = (await menuOf(item)).find((one) => one.label === label)
      if (!entry) throw new Error(`no ${label} in the menu`)
      await callMenu(peer, item, 'Event', 'isvu', [entry.id, 'clicked', { signature: 'i', value: 0 }, 0])
    },
    readToolTip: async (item) => String((((await getProperty(peer, item, 'ToolTip')) as unknown[])[2] as string) ?? ''),
    close: () => peer.close(),
  }
}

function answer(call: Message, items: Item[]): { signature: string; body: unknown[] } | undefined {
  if (call.interface === WATCHER && call.member === 'RegisterStatusNotifierItem') {
    const given = String(call.body[0])
    // Either the item's bus name, or the path of an object of the caller.
    items.push(
      given.startsWith('/')
        ? { service: call.sender ?? '', path: given }
        : { service: given, path: '/StatusNotifierItem' },
    )
    return { signature: '', body: [] }
  }
  if (call.interface === PROPERTIES && call.member === 'Get') {
    const value: Variant | undefined = {
      IsStatusNotifierHostRegistered: { signature: 'b', value: 1 },
      ProtocolVersion: { signature: 'i', value: 0 },
    }[String(call.body[1])]
    return value && { signature: 'v', body: [value] }
  }
  return undefined
}

async function getProperty(peer: Peer, { service, path }: Item, name: string): Promise<unknown> {
  const body = ['org.kde.StatusNotifierItem', name]
  const [variant] = await peer.call({
    destination: service,
    path,
    interface: PROPERTIES,
    member: 'Get',
    signature: 'ss',
    body,
  })
  return (variant as Variant).value
}

async function callMenu(
  peer: Peer,
  item: Item,
  member: string,
  signature: string,
  body: readonly unknown[],
): Promise<readonly unknown[]> {
  const path = String(await getProperty(peer, item, 'Menu'))
  return peer.call({
    destination: item.service,
    path,
    interface: 'com.canonical.dbusmenu',
    member,
    signature,
    body,
  })
}

type Layout = readonly [id: number, properties: readonly (readonly [string, Variant])[], children: readonly Variant[]]

async function readMenu(peer: Peer, item: Item): Promise<readonly MenuEntry[]> {
  const [, layout] = await callMenu(peer, item, 'GetLayout', 'iias', [0, -1, []])
  const [, , children] = layout as Layout
  return children.map(({ value }) => {
    const [id, properties] = value as Layout
    const label = properties.find(([name]) => name === 'label')?.[1].value
    return { id, label: typeof label === 'string' ? label.replaceAll('_', '') : '' }
  })
}
