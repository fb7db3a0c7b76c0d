import { expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { receiptAggregate } from '../../../../shared/domain/receipt/receipt.ts'
import { makeHistory } from '../../../support/history.ts'

const hash = '0123456789abcdef'.repeat(4)
const ID = 'receipt:0123456789abcdef'
const body = { origin: 'd-a', epoch: '1-00000000', lane: 1, seq: 4, hash, by: '周敏', at: 2_000 } as const

function readings(id: string, origin: string) {
  const history = makeHistory(id)
  history.add('receipt.read', body, { origin })
  history.add('receipt.read', { ...body, by: '陈立', at: 1_000 }, { origin })
  return foldEntity(receiptAggregate, id, history.events).state.readings
}

it('says who at the county read the event, first reader first', () => {
  expect(readings(ID, 'h-county')).toEqual([
    { by: '陈立', at: 1_000 },
    { by: '周敏', at: 2_000 },
  ])
})

it('does not believe a township’s console, nor a receipt filed under another event', () => {
  expect(readings(ID, 'd-a')).toEqual([])
  expect(readings('receipt:ffffffffffffffff', 'h-county')).toEqual([])
})
