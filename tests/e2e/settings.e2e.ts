// What an administrator does in the settings when something went wrong, by keyboard.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const WAIT = { timeout: 30_000 }

describeInChromium('the settings', () => {
  let desk: BrowserDesk
  let keys: Keyboard
  const button = (name: string) => desk.page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    keys = keyboardOf(desk.page)
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('correct a division code that was typed wrong, with a reason', async () => {
    await keys.openRoom('设置')
    await desk.page.getByRole('heading', { name: '设置' }).waitFor()
    await keys.use(button('更正区划代码'))
    const dialog = desk.page.getByRole('dialog', { name: '更正区划代码' })
    await keys.fill(dialog.getByLabel('行政区划代码'), '51012410')
    await keys.press('Enter')
    await dialog.getByText('请填写理由').waitFor()
    expect(await dialog.getByLabel('行政区划代码').getAttribute('aria-invalid')).toBe('true')
    await keys.fill(dialog.getByLabel('行政区划代码'), '510124104')
    await keys.fill(dialog.getByLabel('理由'), '输错一位')
    await keys.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => desk.page.getByLabel('行政区划代码').inputValue(), WAIT).toBe('510124104')
    const { lines } = await askDesk(desk.page, 'log.page', { filter: { groups: ['township'] }, before: null, limit: 9 })
    expect(lines.map(({ kind }) => kind)).toEqual(['township.divisionCorrected', 'township.created'])
  })

  it('go back to a backup and bring back what came after it', async () => {
    expect(await button('恢复备份').isDisabled()).toBe(true)
    await askDesk(desk.page, 'log.enter', { at: Date.now(), text: '备份之前的记事' })
    await keys.use(button('立即备份'))
    await expect.poll(() => button('恢复备份').isDisabled(), WAIT).toBe(false)
    await expect.poll(() => button('立即备份').isDisabled(), WAIT).toBe(false)
    await askDesk(desk.page, 'log.enter', { at: Date.now(), text: '备份之后的记事' })
    await keys.use(button('恢复备份'))
    const dialog = desk.page.getByRole('dialog', { name: '恢复备份' })
    await dialog.getByText('现在的记录文件另存').waitFor()
    await desk.screenshot('settings-restore')
    await keys.press('Enter')
    await dialog.getByText('请填写理由').waitFor()
    await keys.fill(dialog.getByLabel('理由'), '显示不对，县局指导恢复')
    await keys.press('Enter')
    await dialog.waitFor({ state: 'detached', ...WAIT })
    await desk.page.getByText('已按要求从备份恢复值班记录').waitFor()
    await desk.page.getByText(/已从原文件找回 \d+ 条记录，没有遗漏/).waitFor(WAIT)
    expect(readdirSync(join(desk.dataDir, 'corrupt'))).toHaveLength(1)
    await keys.openRoom('值班日志')
    for (const words of ['备份之前的记事', '备份之后的记事', '恢复 ']) {
      await desk.page.locator('.log-what', { hasText: words }).first().waitFor()
    }
    await desk.screenshot('settings-restored')
  })
})
