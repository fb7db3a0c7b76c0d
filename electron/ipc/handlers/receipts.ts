import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { receiptChannels } from '../../../shared/ipc/receipts.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readRecordDeliveries } from '../../store/repositories/recordDeliveries.ts'

export function receiptHandlers({ store }: DeskContext): HandlersOf<typeof receiptChannels> {
  return { 'receipt.deliveries': ({ versions }) => readRecordDeliveries(store.db, store.origin, versions) }
}
