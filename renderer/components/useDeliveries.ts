import type { RecordDelivery } from '../../shared/ipc/receipts.ts'
import { useDesk } from '../useDesk.ts'

const none: Readonly<Record<string, RecordDelivery>> = {}

/** How far records have come (本机已存 → 已送达县 → 县已阅), by version; kept up to date. At most 1,000 at once. */
export function useDeliveries(versions: readonly string[]): Readonly<Record<string, RecordDelivery>> {
  const { data } = useDesk('receipt.deliveries', { versions: [...versions] }, ['sync', 'receipt'])
  return data ?? none
}
