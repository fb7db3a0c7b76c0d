import type { TransferEstimate } from '../../../shared/ipc/attachments.ts'
import type { LinkNow } from '../../../shared/ipc/links.ts'
import { PART_HEAD_BYTES, UNIT_BYTES } from '../../../shared/protocol/attachments/fileFrames.ts'
import { partUnits } from '../../../shared/protocol/attachments/partSize.ts'
import type { LinkRules } from '../../links/linkRules.ts'
import { movesByItself } from './jobs.ts'

/** A confirmation of one part, as the narrow codec writes it. */
const ANSWER_BYTES = 40

/** What moving so many bytes over a link would take: payload, heads, confirmations and packets. */
export function estimateTransfer(
  bytes: number,
  link: LinkNow | null,
  rules: Pick<LinkRules, 'frameOverheadBytes' | 'reservePercent'>,
): TransferEstimate {
  if (!link) return { link: null, bytes, seconds: 0, budgetLeft: null, free: false }
  const { id, kind, name, bitRate, budgetBytes } = link.settings
  const parts = Math.ceil(bytes / (partUnits(bitRate) * UNIT_BYTES))
  const up = bytes + parts * (PART_HEAD_BYTES + rules.frameOverheadBytes)
  const all = up + parts * (ANSWER_BYTES + rules.frameOverheadBytes)
  return {
    link: { id, kind, name },
    bytes: all,
    seconds: Math.ceil((up * 8) / bitRate),
    // The reserve is for orders: files stop where routine records do.
    budgetLeft:
      budgetBytes === null
        ? null
        : Math.max(0, Math.floor(budgetBytes * (1 - rules.reservePercent / 100)) - link.today.billed),
    free: movesByItself(link),
  }
}
