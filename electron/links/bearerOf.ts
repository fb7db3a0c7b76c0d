import type { LinkSettings } from '../../shared/ipc/links.ts'
import type { Bearer } from '../sync/ports.ts'
import { addressOf } from './networkCards.ts'
import { createSocketBearer } from './socketBearer.ts'

/** What carries the frames of a configured link. */
export function bearerOf({ id, url, kind, bitRate, billing, card }: LinkSettings): Bearer {
  const cost = billing === 'session' ? 'perSession' : billing === 'byte' ? 'perByte' : 'free'
  return createSocketBearer({
    url,
    name: id,
    width: kind === 'satellite' ? 'narrow' : 'broadband',
    capabilities: { bitRate, mtu: kind === 'satellite' ? 576 : 1_500, cost },
    ...(card !== null && { localAddress: () => addressOf(card) ?? null }),
  })
}
