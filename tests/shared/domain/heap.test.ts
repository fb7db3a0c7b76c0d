import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Heap } from '../../../shared/domain/heap.ts'

it('gives the smallest first, also between pushes', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { nil: null })), (steps) => {
      const heap = new Heap<number>((a, b) => a - b)
      const model: number[] = []
      for (const step of steps) {
        if (step === null) {
          expect(heap.pop()).toBe(model.sort((a, b) => a - b).shift())
        } else {
          heap.push(step)
          model.push(step)
        }
      }
      for (const left of model.sort((a, b) => a - b)) expect(heap.pop()).toBe(left)
      expect(heap.pop()).toBeUndefined()
    }),
  )
})
