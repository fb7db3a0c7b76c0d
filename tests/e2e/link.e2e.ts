// The link room as whoever is on duty uses it, by keyboard, over two real links to a real hub: broadband through a relay that is
// cut and made silent, and a satellite beside it.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Relay, startRelay } from '../../electron/dev/relay.ts'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { readHashes } from '../support/dataFolder.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { makeIntake } from '../support/intakes.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const DIVISION = '510124103'
const WAIT = { timeout: 60_000 }

describeInChromium('the link room', () => {
  let hub: TestHub
  let broadband: Relay
  let satellite: Relay
  let desk: BrowserDesk
  let keys: Keyboard
  let broken = false

  beforeAll(async () => {
    hub = await startTestHub()
    const port = Number(new URL(hub.url).port)
    broadband = await startRelay(port, { bitRate: 10_000_000, delayMs: 5 })
    satellite = await startRelay(port, { bitRate: 64_000, delayMs: 300 })
    desk = await launchBrowserDesk()
    desk.page.setDefaultTimeout(WAIT.timeout)
    keys = keyboardOf(desk.page)
    await setUpDesk(desk.page)
  })
  // One story: what follows a broken part says nothing.
  beforeEach(({ skip }) => skip(broken))
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail'
    if (broken) await desk?.screenshot('link-broken')
  })
  afterAll(async () => {
    await desk?.close()
    await Promise.all([broadband?.close(), satellite?.close()])
    await hub?.close()
  })

  const row = (name: string) =>
    desk.page.getByRole('listitem').filter({ has: desk.page.locator('strong', { hasText: name }) })
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true })
  const note = (text: string) => askDesk(desk.page, 'log.enter', { at: Date.now(), text })
  const waiting = async () => (await askDesk(desk.page, 'sync.state', null)).pending
  const delivered = () => expect.poll(waiting, WAIT).toEqual([0, 0, 0])

  it('takes a broadband and a satellite link, and says at the field what cannot be taken', async () => {
    const { page } = desk
    await keys.openRoom('通信')
    await keys.use(button('增加链路'))
    const dialog = page.getByRole('dialog', { name: '增加链路' })
    await keys.fill(dialog.getByLabel('县值班系统地址'), `127.0.0.1:${broadband.port}`)
    await keys.fill(dialog.getByLabel('速率（kbit/s）'), '很快')
    await keys.press('Enter')
    await dialog.getByText('请填写速率，0.3 以上').waitFor()
    expect(await dialog.getByLabel('县值班系统地址').inputValue()).toBe(`127.0.0.1:${broadband.port}`)
    await keys.fill(dialog.getByLabel('速率（kbit/s）'), '10000')
    await keys.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await row('宽带').waitFor()

    await keys.use(button('增加链路'))
    await keys.fill(dialog.getByLabel('县值班系统地址'), `127.0.0.1:${satellite.port}`)
    await keys.fill(dialog.getByLabel('每天流量上限（MB）'), '5')
    await keys.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await row('卫星').getByText('上限 5.0 MB').waitFor()
    const { links } = await askDesk(page, 'links.now', null)
    expect(links.map(({ settings }) => [settings.kind, settings.bitRate, settings.budgetBytes])).toEqual([
      ['broadband', 10_000_000, null],
      ['satellite', 64_000, 5_000_000],
    ])
  })

  it('delivers over broadband once enrolled, and shows which link carries', async () => {
    const code = await hub.enrolCode(DIVISION, '清溪镇')
    await keys.fill(desk.page.getByRole('textbox', { name: '登记码' }), code)
    await keys.press('Enter')
    await row('宽带').getByText('正在使用').waitFor()
    await delivered()
    await desk.screenshot('link-01-broadband')
  })

  it('goes on over the satellite when broadband swallows everything, without a hand', async () => {
    broadband.set('silent')
    await askDesk(desk.page, 'intake.record', makeIntake('draft0001', { reportedAt: Date.now() }))
    await row('卫星').getByText('正在使用').waitFor()
    await delivered()
    broadband.set('cut')
    await row('宽带').getByText('未连通').waitFor()
    await desk.screenshot('link-02-satellite')
  })

  it('keeps everything here when nothing is left, says what waits and how long it would take', async () => {
    const { page } = desk
    await keys.goTo(page.getByRole('group', { name: '卫星怎样使用' }).getByRole('radio', { checked: true }))
    await keys.press('ArrowRight', 'ArrowRight')
    await row('卫星').getByText('已由值班人员停用').waitFor()
    for (let count = 1; count <= 20; count += 1) await note(`断网期间第 ${count} 条`)
    await expect.poll(async () => (await waiting())[2], WAIT).toBeGreaterThanOrEqual(20)
    const routine = page.getByRole('row', { name: /^日常/ })
    await expect.poll(() => routine.textContent(), WAIT).toMatch(/日常2\d/)
    expect(await page.getByRole('banner').textContent()).toMatch(/待送|未连通/)
    await desk.screenshot('link-03-nothing')
  })

  it('comes back by itself when a link does, and the county holds every record, hash for hash', async () => {
    broadband.set('on')
    await keys.use(button('测试宽带'))
    await row('宽带').getByText('畅通').waitFor()
    await delivered()
    expect((await hub.hashes(DIVISION)).toSorted()).toEqual([...readHashes(desk.dataDir)].toSorted())
    await desk.screenshot('link-04-back')
  })

  it('removes a link', async () => {
    await keys.use(button('设置卫星'))
    const dialog = desk.page.getByRole('dialog', { name: '设置链路' })
    await keys.use(dialog.getByRole('button', { name: '删除这条链路' }))
    await dialog.waitFor({ state: 'detached' })
    await row('卫星').waitFor({ state: 'detached' })
    await note('只剩宽带')
    await delivered()
  })
})
