import { type OrderText, orderIssued, receiptRead } from '../../hub/core/countyActs.ts'
import type { CountyAct } from '../../hub/core/countyChain.ts'
import { FLAG_DRILL, type SealedEvent } from '../../shared/protocol/envelope.ts'
import { makeForeignDevice } from './foreignDevice.ts'

/** What the county says to one township, as its hub says it, without a hub. */
export interface County {
  order(order: Partial<Omit<OrderText, 'scope'>> & { readonly id: string }): SealedEvent
  read(event: SealedEvent, by?: string): SealedEvent
}

export function makeCounty(division: string, now: () => number): County {
  const write = makeForeignDevice(
    { origin: `h${'0'.repeat(30)}`, epoch: `1-00000000.${division}`, scope: division },
    now,
  )
  const act = ({ by, drill = false, ...rest }: CountyAct) =>
    write({ ...rest, flags: drill ? FLAG_DRILL : 0, author: { person: null, name: by, role: 'county' } })
  return {
    order(order) {
      const usual = {
        no: '0714-县01',
        title: '转移山洪危险区群众',
        text: '2小时内完成危险区群众转移，报告转移人数。',
        urgency: 'life-safety',
        replyBy: null,
      } as const
      return act(orderIssued({ ...usual, ...order, scope: division }, '周敏'))
    },
    read: (event, by = '周敏') => act(receiptRead(event, by, now())),
  }
}
