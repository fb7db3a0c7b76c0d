import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'

describeInChromium('people, and a second console, by keyboard', () => {
  let first: BrowserDesk
  let second: BrowserDesk
  const file = join(mkdtempSync(join(tmpdir(), 'zhenshou-test-')), '清溪镇 B.zsjoin')
  let joinCode = ''

  const type = (desk: BrowserDesk, text: string) => desk.page.keyboard.type(text)
  const press = (desk: BrowserDesk, key: string) => desk.page.keyboard.press(key)
  const next = async (desk: BrowserDesk, text: string) => {
    await press(desk, 'Tab')
    await type(desk, text)
  }

  beforeAll(async () => {
    first = await launchBrowserDesk()
    await first.page.getByRole('button', { name: '新建乡镇' }).waitFor()
    await press(first, 'Enter')
    await first.page.getByLabel('所属县').waitFor()
    await type(first, '青石县')
    await next(first, '清溪镇')
    await next(first, '510124103')
    await press(first, 'Enter')
    await first.page.getByLabel('村（社区）名称').waitFor()
    await first.page.keyboard.insertText('李家湾村\n石门村')
    await press(first, 'Control+Enter')
    await first.page.getByLabel('管理员姓名').waitFor()
    await type(first, '陈明')
    for (const text of ['应急办主任', '13800000001', 'qing xi 119', 'qing xi 119']) await next(first, text)
    await press(first, 'Tab')
    await next(first, '值班室主机')
    await press(first, 'Enter')
    await first.page.getByRole('dialog', { name: '恢复码' }).waitFor()
    await press(first, 'Escape')
  })
  afterAll(async () => {
    await first?.close()
    await second?.close()
  })

  it('adds a person with a role, gives a one-time code, and the person takes the seat with it', async () => {
    const { page } = first
    await page.getByRole('link', { name: '人员' }).focus()
    await press(first, 'Enter')
    await page.getByRole('button', { name: '新增人员' }).focus()
    await press(first, 'Enter')
    await page.getByRole('dialog', { name: '新增人员' }).waitFor()
    await type(first, '张伟')
    await next(first, '138 0000 0002')
    await next(first, '值班员')
    await press(first, 'Tab')
    await press(first, 'Space')
    await first.screenshot('people-add')
    await press(first, 'Enter')
    await page.getByText('已新增：张伟。').waitFor()
    await page.getByRole('gridcell', { name: '张伟' }).waitFor()
    await first.screenshot('people-ledger')
    await page.getByRole('gridcell', { name: '张伟' }).click()
    await press(first, 'Enter')
    await page.getByRole('dialog', { name: '人员：张伟' }).waitFor()
    await first.screenshot('people-edit')
    await page.getByRole('button', { name: '一次性口令' }).focus()
    await press(first, 'Enter')
    const code = (await page.locator('.people-code').textContent()) ?? ''
    await first.screenshot('people-code')
    await press(first, 'Escape')

    await press(first, 'Alt+Q')
    await page.getByRole('dialog', { name: '换人' }).waitFor()
    await page.locator('dialog input:focus').waitFor()
    await type(first, '张伟')
    await page.getByRole('option', { name: /张伟/ }).waitFor()
    await press(first, 'Enter')
    await page.getByLabel('一次性口令').waitFor()
    await first.screenshot('session-change')
    await type(first, code.toLowerCase())
    await next(first, 'zhang wei 119')
    await next(first, 'zhang wei 119')
    await press(first, 'Enter')
    await page.getByRole('button', { name: '当前用户：张伟' }).waitFor()
    // The room that was open is still there.
    await page.getByRole('gridcell', { name: '张伟' }).waitFor()
  })

  it('shows an officer what only administrators may do, without letting them', async () => {
    const { page } = first
    await page.getByRole('gridcell', { name: '陈明' }).click()
    await press(first, 'Enter')
    await page.getByText('角色由管理员设置。').waitFor()
    expect(await page.getByRole('button', { name: '撤销权限' }).count()).toBe(0)
    await press(first, 'Escape')
    await press(first, 'Alt+Q')
    await type(first, '陈明')
    await press(first, 'Enter')
    await type(first, 'qing xi 119')
    await press(first, 'Enter')
    await page.getByRole('button', { name: '当前用户：陈明' }).waitFor()
  })

  it('names who answers for a village', async () => {
    const { page } = first
    await page.getByRole('link', { name: '村（社区）' }).focus()
    await press(first, 'Enter')
    await page.getByText('2 个村（社区）未落实责任人').waitFor()
    await page.getByRole('gridcell', { name: '李家湾村' }).click()
    await press(first, 'Enter')
    await page.getByRole('dialog', { name: '村（社区）：李家湾村' }).waitFor()
    await press(first, 'Tab')
    await next(first, '张')
    await first.screenshot('villages-edit')
    await press(first, 'Enter')
    await press(first, 'Enter')
    await page.getByText('1 个村（社区）未落实责任人').waitFor()
    await first.screenshot('villages-ledger')
  })

  it('makes a join file with its code', async () => {
    const { page } = first
    await page.getByRole('link', { name: '设置' }).focus()
    await press(first, 'Enter')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '让另一台电脑加入' }).focus()
    await first.screenshot('settings-township')
    await press(first, 'Enter')
    const saved = await download
    expect(saved.suggestedFilename()).toBe('清溪镇 B.zsjoin')
    await saved.saveAs(file)
    await page.locator('.township-code').waitFor()
    joinCode = (await page.locator('.township-code').textContent()) ?? ''
    await first.screenshot('settings-invitation')
    await press(first, 'Escape')
  })

  it('joins the second console with it; a wrong code is said plainly', async () => {
    second = await launchBrowserDesk()
    const { page } = second
    await page.getByRole('button', { name: '新建乡镇' }).waitFor()
    await press(second, 'ArrowDown')
    await press(second, 'Enter')
    await page.getByLabel('加入文件').setInputFiles(file)
    await page.getByLabel('加入码').focus()
    await type(second, '2222-2222-2222')
    await press(second, 'Enter')
    await page.getByText('加入码不对').waitFor()
    await second.screenshot('join-wrong-code')
    await press(second, 'Control+A')
    await type(second, joinCode)
    await press(second, 'Enter')
    await page.getByRole('heading', { name: '已加入：清溪镇' }).waitFor()
    await type(second, '陈')
    await press(second, 'Enter')
    await next(second, joinCode)
    await next(second, 'er hao ji 119')
    await next(second, 'er hao ji 119')
    await next(second, '二楼会商室')
    await second.screenshot('join-claim')
    await press(second, 'Enter')
    await page.getByRole('dialog', { name: '恢复码' }).waitFor()
    await press(second, 'Escape')
    await page.getByRole('button', { name: '当前用户：陈明' }).waitFor()
    await page.getByText('清溪镇').first().waitFor()
    await second.screenshot('join-done')
  })
})
