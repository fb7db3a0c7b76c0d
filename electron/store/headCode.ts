import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { headCode } from '../../shared/protocol/headCode.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import { readChains } from './eventLog.ts'

/** The head code of this device's own log as it stands now: what goes on every paper that leaves the desk. */
export function readHeadCode(db: ReadableDb, origin: string, epoch: string): string {
  const chains = readChains(db, origin).filter((chain) => chain.epoch === epoch)
  const n = Math.max(0, ...chains.map((chain) => chain.n))
  const heads = LANES.map((lane) => {
    const head = chains.find((chain) => chain.lane === lane)?.head
    return [head?.seq ?? 0, head?.hash ?? ''] as const
  })
  return headCode({ origin, epoch, n, heads }, nodePrimitives)
}
