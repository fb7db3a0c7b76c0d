import { expect, it } from 'vitest'
import { createDesk } from '../../electron/desk.ts'
import { makeFolder } from '../support/deskFixture.ts'

it('looks at power, clocks and the link when the computer wakes up, and says whether its store is sound', async () => {
  const looked: string[] = []
  const desk = createDesk({
    dataFolder: makeFolder(),
    readPower: () => {
      looked.push('power')
      return { onBattery: false, percent: null }
    },
  })
  Object.assign(desk.alarms, { wake: () => looked.push('alarms') })
  Object.assign(desk.link, { retryNow: () => looked.push('link') })
  desk.wake()
  expect(looked).toEqual(['power', 'alarms', 'link'])
  expect(desk.isSound()).toBe(true)
  await desk.close()
  expect(desk.isSound()).toBe(false)
})
