import type { Cancel, Clock } from '../../shared/protocol/ports.ts'

/** What a link's present connection has sent and knows to have arrived. */
export interface ConfirmedBytes {
  /** Counts connections: bytes of an earlier one may never have left. */
  readonly connection: number
  readonly bytes: number
}

export interface CardProofPorts {
  readonly clock: Pick<Clock, 'after'>
  readonly everyMs: number
  /** Bytes that left by the card so far; null where this machine does not say. */
  readonly cardBytes: () => number | null
  /** Null while something is under way: it may not have left yet. */
  readonly linkBytes: () => ConfirmedBytes | null
  readonly onVerdict: (wrong: boolean) => void
}

/** A look at less than that proves nothing. */
const LEAST_BYTES = 100

/**
 * Whether a link's traffic leaves by the card it is meant for: a card that sent less than the link did has not carried it. Binding
 * the connection to the card's address does not make it so on Linux, where the route decides. A card that others use as well can
 * hide the fault, never make one up.
 * @returns ends the watch.
 */
export function watchCard({ clock, everyMs, cardBytes, linkBytes, onVerdict }: CardProofPorts): Cancel {
  let before: { readonly card: number; readonly link: ConfirmedBytes } | null = null
  let cancel: Cancel = clock.after(everyMs, look)

  function look(): void {
    cancel = clock.after(everyMs, look)
    const card = cardBytes()
    const link = linkBytes()
    if (card === null || link === null) return
    const last = before
    if (last?.link.connection !== link.connection) {
      before = { card, link }
      return
    }
    const sent = link.bytes - last.link.bytes
    if (sent < LEAST_BYTES) return
    before = { card, link }
    onVerdict(card - last.card < sent)
  }

  return () => cancel()
}
