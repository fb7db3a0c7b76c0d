import { sideOf } from '../../protocol/identity.ts'
import type { Aggregate } from '../event.ts'

export interface Reading {
  readonly by: string
  /** By the county's clock, ms. */
  readonly at: number
}

/** Who at the county has read one event, first reader first. */
export interface Receipt {
  readonly id: string
  /** 64 hexadecimal digits of the event; empty when the county has said nothing yet. */
  readonly hash: string
  readonly readings: readonly Reading[]
}

export const receiptAggregate: Aggregate<Receipt> = {
  name: 'receipt',
  initial: (id) => ({ id, hash: '', readings: [] }),
  reduce(state, event) {
    // A township's console cannot say that the county has read something.
    if (event.kind !== 'receipt.read' || sideOf(event.origin) !== 'county') return state
    const { hash, by, at } = event.body
    if (state.id !== `receipt:${hash.slice(0, 16)}`) return state
    const readings = [...state.readings, { by, at }].sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1))
    return { ...state, hash, readings }
  },
}
