import type { FrameOf } from '../../shared/protocol/frames.ts'
import type { ChainName, OwnChain, SyncStore } from './ports.ts'

/** What has to happen before the two sides agree on this device's chains. */
export interface Reconciliation {
  /** The hub holds more than we knew it had confirmed. */
  readonly raise: readonly (ChainName & { readonly seq: number })[]
  /** The hub lost what it had confirmed: it goes out again. */
  readonly lower: readonly (ChainName & { readonly seq: number })[]
  /** Chains where the hub is ahead of us or holds other events: fetch from `from` on, send nothing of them meanwhile. */
  readonly fetch: readonly (ChainName & { readonly from: number })[]
  /** Set when writing must go on in a new epoch, because numbers of the current one are taken at the hub. */
  readonly newEpoch: 'fork' | 'hubAhead' | null
}

type HubChains = FrameOf<'welcome'>['chains']

/**
 * Compares what the hub holds of our chains with what we hold. The hub is never simply believed and never simply ignored: what it
 * has and we lack is fetched, what we have and it lacks is sent, and where both differ both are kept.
 */
export function reconcile(
  own: readonly OwnChain[],
  hubChains: HubChains,
  currentEpoch: string,
  { hashAt, holdsOwn }: Pick<SyncStore, 'hashAt' | 'holdsOwn'>,
): Reconciliation {
  const raise: (ChainName & { seq: number })[] = []
  const lower: (ChainName & { seq: number })[] = []
  const fetch: (ChainName & { from: number })[] = []
  let newEpoch: 'fork' | 'hubAhead' | null = null
  const held = new Map(hubChains.map(([epoch, lane, seq, hash]) => [key({ epoch, lane }), { epoch, lane, seq, hash }]))

  for (const { epoch, lane, seq, hash } of held.values()) {
    const chain = own.find((one) => one.epoch === epoch && one.lane === lane)
    const verdict = judge(chain, seq, hash, (at) => hashAt({ epoch, lane }, at))
    if (verdict === 'same') {
      if (chain && seq > chain.acked) raise.push({ epoch, lane, seq })
      if (chain && seq < chain.acked) lower.push({ epoch, lane, seq })
      continue
    }
    if (chain?.closedAt != null) {
      // It ended here, but not for another living device with this key: what that one went on to write is fetched too.
      if (!holdsOwn({ epoch, lane }, seq, hash))
        fetch.push({ epoch, lane, from: verdict === 'ahead' ? chain.closedAt + 1 : 1 })
      continue
    }
    fetch.push({ epoch, lane, from: Math.min(chain?.acked ?? 0, chain?.head.seq ?? 0) + 1 })
    if (epoch === currentEpoch) newEpoch = verdict === 'other' ? 'fork' : (newEpoch ?? 'hubAhead')
  }
  for (const { epoch, lane, acked } of own) {
    if (acked > 0 && !held.has(key({ epoch, lane }))) lower.push({ epoch, lane, seq: 0 })
  }
  return { raise, lower, fetch, newEpoch }
}

function judge(
  chain: OwnChain | undefined,
  seq: number,
  hash: string,
  hashAt: (seq: number) => string | null,
): 'same' | 'ahead' | 'other' {
  if (seq === 0) return 'same'
  if (!chain || chain.head.seq < seq) return 'ahead'
  // The hub has no hash where it kept something unreadable aside: then there is nothing to compare.
  return hash === '' || hashAt(seq)?.startsWith(hash) ? 'same' : 'other'
}

function key({ epoch, lane }: ChainName): string {
  return `${lane} ${epoch}`
}
