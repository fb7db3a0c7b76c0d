import { expect, it } from 'vitest'
import { keyOfRoom, roomOfKey } from '../../../renderer/app/roomKeys.ts'
import { rooms } from '../../../renderer/app/rooms.ts'

const press = (code: string, more: Partial<KeyboardEvent> = {}) =>
  roomOfKey({ altKey: true, ctrlKey: false, shiftKey: false, code, ...more })

it('gives every room of the rail a key of its own', () => {
  const keys = rooms.map((_, index) => keyOfRoom(index))
  expect(keys).not.toContain(undefined)
  expect(new Set(keys).size).toBe(rooms.length)
})

it('finds the room by the place of the key, with Alt alone', () => {
  expect([press('Digit1'), press('Digit9'), press('Digit0'), press('Minus')]).toEqual([0, 8, 9, 10])
  expect([press('Digit1', { altKey: false }), press('Digit1', { ctrlKey: true }), press('KeyQ')]).toEqual([-1, -1, -1])
})
