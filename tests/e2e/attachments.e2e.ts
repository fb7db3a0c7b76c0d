// A photo in a real Electron: added while the county cannot be reached, still there after a power cut, whole at the county afterwards.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { signIn } from '../support/duty.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { makeIntake } from '../support/intakes.ts'
import { makePng } from '../support/pictures.ts'
import { setUpDesk } from '../support/setUpDesk.ts'
import { waitFor } from '../support/waitFor.ts'

const DIVISION = '510124103'
const WAIT = { timeout: 40_000 }
const photo = makePng(1_200, 900)
const sha = createHash('sha256').update(photo).digest('hex')

describeInElectron('photos and documents of an incident', () => {
  let desk: LaunchedDesk
  let hub: TestHub
  let incident: string
  const card = (name: string) => desk.page.locator('.attachment-card', { hasText: name })
  const openIncident = async () => {
    await desk.page.keyboard.press('Alt+1')
    await desk.page.locator('.ag-cell', { hasText: '后山山体滑坡' }).first().click()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('button', { name: /添加附件/ }).waitFor()
  }

  beforeAll(async () => {
    hub = await startTestHub()
    desk = await launchDesk()
    await setUpDesk(desk.page)
    incident = (await askDesk(desk.page, 'intake.record', makeIntake('draft0001', { reportedAt: Date.now() }))).incident
      .id
    await askDesk(desk.page, 'sync.setHub', { url: hub.url })
    await askDesk(desk.page, 'sync.enroll', { code: await hub.enrolCode(DIVISION, '清溪镇') })
    await waitFor(
      async () => (await askDesk(desk.page, 'sync.state', null)).pending,
      (pending) => pending.every((count) => count === 0),
      WAIT.timeout,
    )
  })
  afterAll(async () => {
    await desk?.close()
    await hub?.close()
  })

  it('takes a photo by the key and the file dialog while the county cannot be reached; a stranger’s file is refused', async () => {
    await hub.close()
    await openIncident()
    const chooser = desk.page.waitForEvent('filechooser')
    await desk.page.keyboard.press('a')
    await (await chooser).setFiles([
      { name: '后山.png', mimeType: 'image/png', buffer: photo },
      { name: '病毒.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ a program') },
    ])
    await card('后山.png').getByText('未上传').waitFor(WAIT)
    await card('后山.png').locator('img').waitFor()
    await desk.page.getByText('“病毒.jpg”没有添加').waitFor()
    await card('后山.png').getByText('联网后自动上传').waitFor()
    expect(await listViolations(desk.page)).toEqual([])
  })

  it('still has it after a power cut, draws it, and says in the timeline who added it', async () => {
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await signIn(desk.page)
    await openIncident()
    await desk.page.locator('.incident-line').getByText('添加照片“后山.png”').first().waitFor()
    await card('后山.png').click()
    const drawn = desk.page.locator('dialog img[src^="blob:"]')
    await drawn.waitFor()
    expect(await drawn.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(1_200)
    await desk.screenshot('attachments-viewer')
    expect(await listViolations(desk.page)).toEqual([])
    await desk.page.keyboard.press('Escape')
    await desk.page.locator('dialog[open]').waitFor({ state: 'detached' })
  })

  it('brings it to the county, byte for byte, as soon as that can be reached', async () => {
    hub = await startTestHub({ folder: hub.folder, port: Number(new URL(hub.url).port) })
    await askDesk(desk.page, 'sync.retryNow', null)
    await card('后山.png').getByText('原件已到县').waitFor(WAIT)
    const held = readFileSync(join(hub.folder, 'attachments', sha.slice(0, 2), sha.slice(2)))
    expect(createHash('sha256').update(held).digest('hex')).toBe(sha)
    await desk.screenshot('attachments-at-county')
  })

  it('is withdrawn by reason, and no longer in the strip', async () => {
    await card('后山.png').click()
    await desk.page.getByRole('button', { name: '撤下…' }).click()
    await desk.page.locator('dialog input').waitFor()
    await desk.page.locator('dialog input').fill('拍错了地方')
    await desk.page.keyboard.press('Enter')
    await card('后山.png').waitFor({ state: 'detached' })
    await desk.page.getByRole('button', { name: /显示已撤下的 1 个/ }).waitFor()
    expect(await askDesk(desk.page, 'attachment.list', { incident })).toMatchObject([
      { withdrawn: { reason: '拍错了地方' }, here: { original: true } },
    ])
  })

  it('over a satellite asks first, with bytes and minutes, and then sends', async () => {
    const { links } = await askDesk(desk.page, 'links.now', null)
    const [first] = links.map(({ settings }) => settings)
    if (!first) throw new Error('no link')
    await askDesk(desk.page, 'links.save', {
      links: [{ ...first, id: 'sat', kind: 'satellite', bitRate: 64_000, billing: 'byte', budgetBytes: 9_000_000 }],
    })
    const chooser = desk.page.waitForEvent('filechooser')
    await desk.page.getByRole('button', { name: /添加附件/ }).click()
    await (await chooser).setFiles({ name: '航拍.png', mimeType: 'image/png', buffer: makePng(500, 400, 7) })
    await card('航拍.png').getByText('窄带链路，等您确认后上传').waitFor(WAIT)
    await card('航拍.png').click()
    await desk.page.getByRole('button', { name: '现在上传原件' }).click()
    await desk.page.getByText(/经卫星传送，约 .* KB，约需 \d+ 分钟。/).waitFor()
    await desk.page.getByText(/今日流量额度还可用 .* MB，够用。/).waitFor()
    await desk.screenshot('attachments-satellite')
    await desk.page.getByRole('button', { name: '现在上传原件' }).click()
    await desk.page.keyboard.press('Escape')
    await card('航拍.png').getByText('原件已到县').waitFor({ timeout: 90_000 })
  })
})
