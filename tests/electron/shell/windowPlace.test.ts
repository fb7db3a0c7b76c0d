import { expect, it } from 'vitest'
import { placeWindow } from '../../../electron/shell/windowPlace.ts'

const office = { x: 0, y: 0, width: 1920, height: 1040 }
const beside = { x: 1920, y: 0, width: 1920, height: 1080 }
const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const kept = { x: 200, y: 100, width: 1400, height: 800 }

it.each([
  ['first start', null, false, [office], { bounds: { width: 1366, height: 768 }, maximized: false }],
  ['first start on a small screen', null, false, [laptop], { bounds: { width: 1366, height: 768 }, maximized: true }],
  ['where it was', kept, false, [office], { bounds: kept, maximized: false }],
  ['filling the screen again', kept, true, [office], { bounds: kept, maximized: true }],
  [
    'on the second screen',
    { ...kept, x: 2100 },
    false,
    [office, beside],
    { bounds: { ...kept, x: 2100 }, maximized: false },
  ],
  [
    'a second screen that is gone',
    { ...kept, x: 2100 },
    true,
    [office],
    { bounds: { width: 1366, height: 768 }, maximized: true },
  ],
  [
    'partly off the screen',
    { ...kept, x: 900, y: 400 },
    false,
    [office],
    { bounds: { ...kept, x: 520, y: 240 }, maximized: false },
  ],
  [
    'larger than the screen',
    { x: -100, y: -50, width: 2100, height: 1200 },
    false,
    [office],
    { bounds: office, maximized: false },
  ],
])('%s', (_name, bounds, maximized, areas, place) => {
  expect(placeWindow(bounds, maximized, areas)).toEqual(place)
})
