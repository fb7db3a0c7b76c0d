import { expect, it } from 'vitest'
import { windowActOf } from '../../../electron/shell/windowActs.ts'

const none = { type: 'keyDown', control: false, meta: false, alt: false, shift: false }

it.each([
  ['F11', none, 'fullScreen'],
  ['F12', none, 'developer'],
  ['+', { ...none, control: true, shift: true }, 'zoomIn'],
  ['=', { ...none, control: true }, 'zoomIn'],
  ['=', { ...none, meta: true }, 'zoomIn'],
  ['-', { ...none, control: true }, 'zoomOut'],
  ['0', { ...none, control: true }, 'zoomReset'],
  ['=', none, undefined],
  ['-', { ...none, control: true, alt: true }, undefined],
  ['F11', { ...none, type: 'keyUp' }, undefined],
  ['F2', none, undefined],
  ['c', { ...none, control: true }, undefined],
  ['v', { ...none, control: true }, undefined],
])('%s with %j is %s', (key, press, act) => {
  expect(windowActOf({ ...press, key })).toBe(act)
})
