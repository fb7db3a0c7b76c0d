// Closing the window on a desktop with a status area, and on one without. The status area is a real one as far as the desk can
// tell: a D-Bus session with a StatusNotifierWatcher, through which the tests see the icon and choose from its menu.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { type SessionBus, startSessionBus } from '../support/statusArea.ts'

describeInElectron('debug', () => {
  let bus: SessionBus
  let desk: LaunchedDesk | undefined
  beforeEach(async () => {
    bus = await startSessionBus()
  })
  afterEach(async () => {
    await desk?.close()
    bus.stop()
  })
  it('x', async () => {
    const area = await bus.startStatusArea()
    desk = await launchDesk({ env: bus.env })
    await expect.poll(() => area.items.length).toBe(1)
    const item = area.items[0]
    if (!item) throw new Error()
    console.log(item, await area.readMenu(item), await area.readToolTip(item))
  })
})
