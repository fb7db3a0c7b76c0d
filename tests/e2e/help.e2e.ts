import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { LANGUAGES } from '../../shared/ipc/languages.ts'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

/** Title of a page, from its own file. */
function titleOf(page: string, language = 'zh-CN'): string {
  const text = readFileSync(join(projectRoot, `resources/manual/${language}/${page}.md`), 'utf8')
  return /^# (.+)$/m.exec(text)?.[1] ?? ''
}

const PAGES = readdirSync(join(projectRoot, 'resources/manual/zh-CN')).filter((name) => name.endsWith('.md')).length

/** Name of the one built file that holds these words. */
function chunkWith(words: string): string {
  const folder = join(projectRoot, 'out/renderer/assets')
  const [name = '', ...more] = readdirSync(folder).filter(
    (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(words),
  )
  expect(more).toEqual([])
  return name
}

describeInChromium('help', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const help = () => desk.page.getByRole('dialog', { name: /^(帮助|Help)$/ })
  const shown = () => help().locator('.help-text h3')
  const active = () =>
    desk.page.evaluate(() => {
      const { activeElement: at } = document
      return { tag: at?.tagName, text: at?.textContent, value: at instanceof HTMLTextAreaElement ? at.value : null }
    })
  /** F1 here opens this page, and Escape gives back what was there. */
  const expectPage = async (page: string) => {
    const before = await active()
    await press('F1')
    await expect.poll(() => shown().textContent()).toBe(titleOf(page))
    await press('Escape')
    await help().waitFor({ state: 'detached' })
    expect(await active()).toEqual(before)
  }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
  })
  afterAll(() => desk?.close())

  it('opens at set-up, before anybody is known', async () => {
    await desk.page.getByRole('heading', { name: '设置本机' }).waitFor()
    await expectPage('setup')
    await setUpDesk(desk.page)
  })

  it('is not fetched before somebody asks for it, and then in one language', async () => {
    const chunks = LANGUAGES.map((language) => chunkWith(`# ${titleOf('start', language)}`))
    const fetched = () =>
      desk.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''))
    const manuals = async () => (await fetched()).filter((name) => chunks.includes(name))
    expect(new Set(chunks).size).toBe(2)
    await desk.page.reload()
    await desk.page.getByRole('navigation').first().waitFor()
    await desk.page.waitForLoadState('networkidle')
    expect(await manuals()).toEqual([])
    await press('F1')
    await shown().waitFor()
    await expect.poll(manuals).toEqual([chunks[0]])
    await press('F1')
    await help().waitFor({ state: 'detached' })
  })

  it('says so when its files are missing; the page behind goes on', async () => {
    await desk.page.reload()
    await desk.page.getByRole('navigation').first().waitFor()
    await desk.page.waitForLoadState('networkidle')
    await desk.page.route('**/assets/*.js', (route) => route.abort())
    try {
      await press('F1')
      await help().getByRole('alert').waitFor()
      await press('Escape')
      await help().waitFor({ state: 'detached' })
      await desk.page.getByRole('navigation').first().waitFor()
    } finally {
      await desk.page.unroute('**/assets/*.js')
      await desk.page.reload()
    }
    await desk.page.getByRole('navigation').first().waitFor()
  })

  it('opens the page of every room, also with the focus in the rail, and gives the focus back', async () => {
    const rooms = await desk.page
      .locator('.rail-rooms a')
      .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace('#/', '')))
    expect(rooms.length).toBeGreaterThan(10)
    for (const room of rooms) {
      const link = desk.page.locator(`.rail a[href="#/${room}"]`)
      await link.click()
      await desk.page.locator('#room h1:visible').first().waitFor()
      await link.focus()
      await expectPage(room)
    }
  })

  it('opens over the intake while somebody types; the text stays and the hand goes on', async () => {
    await press('F2')
    const line = desk.page.getByRole('textbox', { name: '一句话' })
    await expect.poll(() => line.evaluate((one) => one === document.activeElement)).toBe(true)
    await desk.page.keyboard.type('3点20李家湾二组后山滑坡')
    await expectPage('intake')
    await desk.page.keyboard.type('，埋了两个人')
    expect(await line.inputValue()).toBe('3点20李家湾二组后山滑坡，埋了两个人')
    // F2 goes before reading: the manual gives way.
    await press('F1')
    await shown().waitFor()
    await press('F2')
    await help().waitFor({ state: 'detached' })
    expect(await line.evaluate((one) => one === document.activeElement)).toBe(true)
    await press('Escape')
  })

  it('opens over a dialog at the page of its subject', async () => {
    await press('Alt+4')
    await desk.page.locator('#room h1:visible').first().waitFor()
    await press('n')
    const title = desk.page.getByRole('dialog', { name: '下达任务' }).getByRole('textbox').first()
    await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true)
    await desk.page.keyboard.type('转移三户')
    await expectPage('tasks')
    expect(await title.inputValue()).toBe('转移三户')
    await press('Escape')
    await desk.page.getByRole('dialog', { name: '下达任务' }).waitFor({ state: 'detached' })
  })

  it('is walked by arrows and Enter, searched, and led on by its links', async () => {
    await desk.page.getByRole('button', { name: /^帮助/ }).click()
    await shown().waitFor()
    await expect.poll(async () => (await active()).text).toBe(titleOf('tasks'))
    await press('ArrowDown')
    await press('Enter')
    await expect.poll(() => shown().textContent()).toBe(titleOf('orders'))
    await help().getByRole('textbox').fill('网卡')
    const found = help().getByRole('navigation').getByRole('button')
    await expect.poll(() => found.count()).toBe(1)
    await found.click()
    await expect.poll(() => shown().textContent()).toBe(titleOf('link'))
    await help().getByRole('button', { name: '三断', exact: true }).click()
    await expect.poll(() => shown().textContent()).toBe(titleOf('outage'))
    expect(desk.page.url()).toContain('#/tasks')
    await press('Escape')
  })

  it('prints the page that is open, and only that', async () => {
    await press('F1')
    await shown().waitFor()
    const printed = await desk.page.evaluate(
      () =>
        new Promise<string>((done) => {
          window.print = () => {
            done(document.querySelector('.help-sheet')?.textContent ?? '')
            window.dispatchEvent(new Event('afterprint'))
          }
          document.querySelector<HTMLButtonElement>('.help-foot button')?.click()
        }),
    )
    expect(printed.startsWith(titleOf('tasks'))).toBe(true)
    expect(await desk.page.locator('.help-sheet').count()).toBe(0)
    await press('Escape')
  })

  it('opens on the sign-in page and on the lock screen', async () => {
    await askDesk(desk.page, 'session.lock', null)
    await desk.page.getByRole('heading', { name: /^已锁屏/ }).waitFor()
    await expect.poll(async () => (await active()).tag).toBe('INPUT')
    await expectPage('signIn')
    const password = desk.page.getByLabel('密码', { exact: false }).first()
    await password.fill('qing xi 119')
    await password.press('Enter')
    await desk.page.getByRole('navigation').first().waitFor()
    await askDesk(desk.page, 'session.signOut', null)
    await desk.page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await expect.poll(async () => (await active()).tag).toBe('INPUT')
    await expectPage('signIn')
    await desk.page.getByRole('button', { name: /^帮助/ }).click()
    await expect.poll(() => shown().textContent()).toBe(titleOf('signIn'))
    await press('Escape')
  })

  it.each([
    ['light', 'normal', 'zh-CN'],
    ['dark', 'large', 'en'],
  ])('every page passes axe: %s, %s, %s', async (theme, size, language) => {
    await desk.page.evaluate(
      (look) => localStorage.setItem('zhenshou.look', look),
      JSON.stringify({ theme, size, language }),
    )
    await desk.page.reload()
    await desk.page.locator('[data-help="signIn"]').waitFor()
    await press('F1')
    await shown().waitFor()
    const found: string[] = []
    const pages = help().getByRole('navigation').getByRole('button')
    const titles = await pages.allTextContents()
    for (const title of titles) {
      await pages.getByText(title, { exact: true }).click()
      await expect.poll(() => shown().textContent()).toBe(title)
      for (const violation of await listViolations(desk.page)) found.push(`${title}: ${violation}`)
      if (process.env.ZHENSHOU_SCREENSHOTS) await desk.screenshot(`help-${titles.indexOf(title)}-${theme}-${language}`)
    }
    expect({ pages: titles.length, found }).toEqual({ pages: PAGES, found: [] })
    await press('Escape')
  })
})
