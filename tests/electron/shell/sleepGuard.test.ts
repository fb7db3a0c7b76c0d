import { expect, it } from 'vitest'
import { blockerFor, createSleepGuard } from '../../../electron/shell/sleepGuard.ts'

it.each([
  [{ clock: false, alarm: false, always: false }, null],
  [{ clock: true, alarm: false, always: false }, 'prevent-app-suspension'],
  [{ clock: false, alarm: false, always: true }, 'prevent-app-suspension'],
  [{ clock: true, alarm: true, always: true }, 'prevent-display-sleep'],
  [{ clock: false, alarm: true, always: false }, 'prevent-display-sleep'],
])('%j holds %s', (wakefulness, type) => {
  expect(blockerFor(wakefulness)).toBe(type)
})

it('holds one blocker at a time, with no moment between two, and lets go at the end', () => {
  const held = new Map<number, string>()
  const counts: number[] = []
  let next = 0
  const guard = createSleepGuard(
    {
      start(type) {
        held.set(next, type)
        counts.push(held.size)
        return next++
      },
      stop(id) {
        counts.push(held.size - 1)
        return held.delete(id)
      },
    },
    false,
  )
  guard.set({ clock: true })
  guard.set({ clock: true, always: true })
  guard.set({ alarm: true })
  expect([...held.values()]).toEqual(['prevent-display-sleep'])
  guard.set({ alarm: false })
  guard.set({ clock: false })
  expect([...held.values()]).toEqual(['prevent-app-suspension'])
  guard.set({ always: false })
  expect(held.size).toBe(0)
  expect(counts).toEqual([1, 2, 1, 2, 1, 0])
})
