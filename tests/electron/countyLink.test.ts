import { afterEach, beforeEach, expect, it } from 'vitest'
import { countEvents } from '../../electron/store/eventLog.ts'
import { ask } from '../support/ask.ts'
import { openTestDesk, type TestDesk } from '../support/deskFixture.ts'
import { removeFolder } from '../support/storeFixture.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(async () => {
  await test.desk.close()
  removeFolder(test.folder)
})

it('counts what waits for the county before the county has an address', () => {
  const { desk } = test
  const waiting = () => ask(desk, 'sync.state', null).pending.reduce((sum, count) => sum + count, 0)
  expect(waiting()).toBe(countEvents(desk.context.store.db))
  const before = waiting()
  ask(desk, 'log.enter', { at: Date.now(), text: '雨小了' })
  expect(waiting()).toBe(before + 1)
})
