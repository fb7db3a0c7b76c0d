import type { LinkSettings } from '../../shared/ipc/links.ts'
import type { Cancel, Clock } from '../../shared/protocol/ports.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { watchCard } from './cardProof.ts'
import type { LinkRules } from './linkRules.ts'
import { describeNetwork, readSentBytes } from './networkCards.ts'

interface WatchPorts {
  readonly engine: SyncEngine
  readonly links: readonly LinkSettings[]
  readonly rules: LinkRules
  readonly clock: Clock
}

/**
 * Watches this machine's network for the engine: a cable plugged in or a card with a new address is tried at once, and each link
 * with a card of its own has to be seen leaving by it. @returns ends the watch.
 */
export function watchNetwork({ engine, links, rules, clock }: WatchPorts): Cancel {
  let before = describeNetwork()
  let cancelLook: Cancel = clock.after(rules.networkLookMs, look)

  function look(): void {
    cancelLook = clock.after(rules.networkLookMs, look)
    const now = describeNetwork()
    if (now === before) return
    before = now
    engine.retryNow()
  }

  const proofs = links.flatMap(({ id, card }) =>
    card === null
      ? []
      : [
          watchCard({
            clock,
            everyMs: rules.cardLookMs,
            cardBytes: () => readSentBytes(card),
            linkBytes: () => engine.links().find((link) => link.id === id)?.confirmed ?? null,
            onVerdict: (wrong) => engine.setWrongCard(id, wrong),
          }),
        ],
  )
  return () => {
    cancelLook()
    for (const end of proofs) end()
  }
}
