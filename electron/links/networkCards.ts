import { readdirSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'

const CARDS = '/sys/class/net'

/** Names of this machine's network cards, without the loopback. */
export function listCards(): readonly string[] {
  const names = new Set(Object.keys(networkInterfaces()))
  try {
    for (const name of readdirSync(CARDS)) names.add(name)
  } catch {
    // Not Linux: the cards that have an address have to do.
  }
  return [...names].filter((name) => name !== 'lo' && !name.startsWith('Loopback')).toSorted()
}

/** The addresses and plugs of the moment as one string: another one means that the network changed. */
export function describeNetwork(): string {
  const addresses = Object.entries(networkInterfaces()).flatMap(([name, list = []]) =>
    list.map(({ address }) => `${name} ${address}`),
  )
  const plugs = listCards().map((name) => `${name} ${readCard(name, 'carrier')}`)
  return [...addresses, ...plugs].toSorted().join('\n')
}

/** The address a connection has to start from to leave by a card; undefined when the card has none now. */
export function addressOf(card: string): string | undefined {
  const list = networkInterfaces()[card] ?? []
  return (list.find(({ family }) => family === 'IPv4') ?? list[0])?.address
}

/** Bytes that left by a card since it came up; null where the kernel does not say (only Linux does, in /sys/class/net). */
export function readSentBytes(card: string): number | null {
  const text = readCard(card, 'statistics/tx_bytes')
  return /^\d+$/.test(text) ? Number(text) : null
}

function readCard(card: string, file: string): string {
  try {
    return readFileSync(join(CARDS, card, file), 'utf8').trim()
  } catch {
    return ''
  }
}
