import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { makeIntake } from '../support/intakes.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('the duty log, by keyboard', () => {
  let desk: BrowserDesk
  const box = () => desk.page.getByRole('textbox', { name: '值班记事' })
  const lines = () => desk.page.getByRole('article')
  const press = (key: string) => desk.page.keyboard.press(key)

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
    await press('Alt+1')
    await desk.page.goto(`${desk.page.url().replace(/#.*/, '')}#/log`)
    await box().waitFor()
  })
  afterAll(() => desk?.close())

  it('records an entry at Enter and shows it as the newest line', async () => {
    await box().focus()
    await desk.page.keyboard.insertText('石门村漫水桥水位上涨，已封桥')
    await press('Enter')
    const newest = lines().first()
    await newest.getByText('石门村漫水桥水位上涨，已封桥').waitFor()
    expect(await newest.textContent()).toContain('本机已存')
    expect(await box().inputValue()).toBe('')
  })

  it('takes the Enter that ends a pinyin composition for the composition', async () => {
    const input = await desk.page.context().newCDPSession(desk.page)
    await box().focus()
    await input.send('Input.imeSetComposition', { text: 'shanhong', selectionStart: 8, selectionEnd: 8 })
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    })
    await input.send('Input.insertText', { text: '山洪预警已叫应' })
    expect(await box().inputValue()).toBe('山洪预警已叫应')
    await press('Enter')
    await lines().first().getByText('山洪预警已叫应').waitFor()
    const page = await askDesk(desk.page, 'log.page', { filter: { groups: ['log'] }, before: null, limit: 10 })
    expect(page.lines).toHaveLength(2)
  })

  it('finds two characters, and says so when there is nothing', async () => {
    const search = desk.page.getByRole('searchbox', { name: '查找日志内容' })
    await search.fill('漫水')
    await expect.poll(() => lines().count(), { timeout: 15_000 }).toBe(1)
    await search.fill('冰湖')
    await desk.page.getByText('没有找到符合条件的记录').waitFor()
    await desk.page.getByRole('button', { name: '清除条件' }).click()
    await lines().first().getByText('山洪预警已叫应').waitFor()
  })

  it('corrects, voids and restores an own entry, each with a reason', async () => {
    await lines().first().focus()
    await press('Tab')
    await press('Enter')
    const correct = desk.page.getByRole('dialog', { name: '更正记事' })
    await correct.getByLabel('更正后的内容').fill('山洪预警已叫应，三个村均已回复')
    await press('Control+Enter')
    await correct.getByText('请填写理由').waitFor()
    await correct.getByLabel('理由').fill('补充回复情况')
    await desk.screenshot('log-correct')
    await press('Control+Enter')
    await correct.waitFor({ state: 'detached' })
    const entry = lines().filter({ hasText: '现为：山洪预警已叫应，三个村均已回复' })
    await entry.getByText('已更正').waitFor()

    await entry.focus()
    await entry.getByRole('button', { name: '作废' }).focus()
    await press('Enter')
    await desk.page.getByRole('dialog', { name: '作废记事' }).getByLabel('理由').fill('重复')
    await press('Enter')
    await entry.getByText('已作废').waitFor()
    await entry.focus()
    await entry.getByRole('button', { name: '恢复' }).focus()
    await press('Enter')
    await desk.page.getByRole('dialog', { name: '恢复记事' }).getByLabel('理由').fill('没有重复')
    await press('Enter')
    await entry.getByText('已作废').waitFor({ state: 'detached' })
    await desk.page.getByText('恢复一条已作废的记事，理由：没有重复').waitFor()
  })

  it('reads older lines as it is scrolled, and walks by the arrows', async () => {
    for (let at = 0; at < 130; at += 26) {
      const texts = Array.from({ length: 26 }, (_, more) => `巡查记录${at + more}`)
      await Promise.all(texts.map((text) => askDesk(desk.page, 'log.enter', { at: Date.now(), text })))
    }
    const list = desk.page.locator('.log-scroll')
    await expect
      .poll(
        async () => {
          await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
          return lines().count()
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(135)
    await list.evaluate((element) => element.scrollTo(0, 0))
    await lines().first().focus()
    await press('ArrowDown')
    expect(
      await lines()
        .nth(1)
        .evaluate((line) => line === document.activeElement),
    ).toBe(true)
    await press('End')
    expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toContain('开始新的记录链')
  })

  it('opens what a line speaks of at Enter, and by a click on the line', async () => {
    const { incident } = await askDesk(desk.page, 'intake.record', makeIntake('draft0001'))
    const line = lines().filter({ hasText: `新建事件 ${incident.no}` })
    await line.waitFor()
    await desk.page.locator('.log-scroll').evaluate((element) => element.scrollTo(0, 0))
    await line.focus()
    await press('Enter')
    const page = desk.page.getByRole('heading', { name: incident.title })
    await page.waitFor()
    await desk.page.goBack()
    await line.getByText('新建事件').click()
    await page.waitFor()
    await desk.page.goBack()
    await lines().first().waitFor()
    // A line with nothing behind it stays where it is.
    await lines().filter({ hasText: '登录' }).first().focus()
    await press('Enter')
    expect(await desk.page.evaluate(() => location.hash)).toBe('#/log')
  })

  it('goes out as an Excel file and on paper with the head code', async () => {
    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^值班日志.*\.xlsx$/)
    const paper = await desk.page.evaluate(async () => {
      const printed = new Promise<string>((done) => {
        window.print = () => done(document.querySelector<HTMLElement>('.sheet')?.textContent ?? '')
      })
      for (const button of document.querySelectorAll('button')) if (button.textContent === '打印') button.click()
      return await printed
    })
    expect(paper).toMatch(/值班日志清溪镇.*校验码：\d+-[0-9A-F]{8}/)
    expect(paper).toContain('石门村漫水桥水位上涨，已封桥')
    expect(paper).toMatch(/值班：_+带班：_+$/)
  })

  it.each(['light', 'dark'])('has no serious accessibility violation in the %s theme', async (theme) => {
    await desk.page.evaluate((look) => localStorage.setItem('zhenshou.look', look), JSON.stringify({ theme }))
    await desk.page.reload()
    await lines().first().waitFor()
    expect(await listViolations(desk.page)).toEqual([])
    await desk.screenshot(`log-${theme}`)
  })

  it('keeps what was typed and not saved over a power cut', async () => {
    await box().fill('正在核实的情况：')
    const kept = async () => JSON.stringify(await askDesk(desk.page, 'draft.list', { kind: 'log' }))
    await expect.poll(kept, { timeout: 15_000 }).toContain('正在核实的情况')
    await desk.end('SIGKILL')
    const again = await launchBrowserDesk({ dataDir: desk.dataDir })
    try {
      await again.page.getByLabel('姓名').fill('陈明')
      await again.page.keyboard.press('Enter')
      await again.page.getByLabel('密码').fill('qing xi 119')
      await again.page.keyboard.press('Enter')
      await again.page.getByRole('navigation').first().waitFor()
      await again.page.goto(`${again.url.replace(/#.*/, '')}#/log`)
      const text = again.page.getByRole('textbox', { name: '值班记事' })
      await expect.poll(() => text.inputValue(), { timeout: 15_000 }).toBe('正在核实的情况：')
    } finally {
      await again.close()
    }
  })
})
