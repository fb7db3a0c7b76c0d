import { afterAll, beforeAll, expect, it } from 'vitest'
import { listViolations } from '../support/axe.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('the frame', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const rail = () => desk.page.getByRole('navigation', { name: /功能区|Rooms/ }).getByRole('link')
  const openRoom = () => desk.page.locator('.rail [aria-current="page"]')
  const root = () =>
    desk.page.evaluate(() => {
      const { dataset, lang } = document.documentElement
      return {
        theme: dataset.theme,
        size: dataset.size,
        lang,
        background: getComputedStyle(document.body).backgroundColor,
      }
    })

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await desk.page.emulateMedia({ colorScheme: 'dark' })
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('opens rooms by Alt and a digit, and by the arrows of the rail', async () => {
    const names = await rail().allTextContents()
    expect(names.length).toBeGreaterThan(4)
    await press('Alt+2')
    await expect.poll(() => openRoom().textContent()).toBe(names[1])
    await openRoom().focus()
    await press('ArrowDown')
    await press('Enter')
    await expect.poll(() => openRoom().textContent()).toBe(names[2])
    await openRoom().focus()
    await press('ArrowUp')
    await press('ArrowUp')
    await press('ArrowUp')
    expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe(names.at(-1))
  })

  it('lets the keyboard skip to the room', async () => {
    await desk.page.evaluate(() => document.body.focus())
    await desk.page.getByRole('button', { name: '跳到正文' }).focus()
    await press('Enter')
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('room')
  })

  it('comes back to the same room after a reload', async () => {
    const name = (await rail().allTextContents())[0]
    await press('Alt+1')
    await expect.poll(() => openRoom().textContent()).toBe(name)
    await desk.page.reload()
    await expect.poll(() => openRoom().textContent()).toBe(name)
  })

  it('takes a report with F2 from every room, also while something is typed', async () => {
    await press('F2')
    await desk.page.getByRole('dialog', { name: '接报' }).waitFor()
    await press('Escape')
    await desk.page.getByRole('dialog', { name: '接报' }).waitFor({ state: 'detached' })
  })

  it('gives the caret back with the focus: what is typed after F2 or F1 and Escape goes into the field', async () => {
    await desk.page.evaluate(() => {
      location.hash = '#/log'
    })
    const field = desk.page.locator('#room textarea:visible').first()
    for (const key of ['F2', 'F1']) {
      await field.fill('已通知')
      await press(key)
      await desk.page.locator('dialog[open]').waitFor()
      await press('Escape')
      await desk.page.locator('dialog[open]').waitFor({ state: 'detached' })
      await desk.page.keyboard.type('ok')
      expect(await field.inputValue()).toBe('已通知ok')
    }
    await field.fill('')
  })

  it('follows the system’s theme, and keeps what was chosen over a reload', async () => {
    expect(await root()).toMatchObject({ theme: 'dark', size: 'normal', lang: 'zh-CN' })
    await desk.page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(async () => (await root()).theme).toBe('light')
    await desk.page.evaluate(() => {
      location.hash = '#/settings'
    })
    await desk.page.getByRole('radio', { name: '深色' }).check()
    await desk.page.getByRole('radio', { name: '大字' }).check()
    await desk.page.getByRole('radio', { name: 'English' }).click()
    await desk.page.getByRole('heading', { name: 'Settings' }).waitFor()
    await desk.page.reload()
    await desk.page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await root()).toMatchObject({ theme: 'dark', size: 'large', lang: 'en' })
  })

  it('is dark before any of its scripts ran, so that a dark room sees no white flash', async () => {
    const { background } = await root()
    // Only the blocking script and the styles: the page itself never comes.
    await desk.page.route('**/assets/*.js', (route) => route.abort())
    try {
      await desk.page.reload({ waitUntil: 'domcontentloaded' })
      expect(await root()).toMatchObject({ theme: 'dark', size: 'large', background })
      expect(background).not.toBe('rgb(255, 255, 255)')
    } finally {
      await desk.page.unroute('**/assets/*.js')
    }
  })

  it.each([
    ['light', 'normal', 'zh-CN'],
    ['dark', 'large', 'en'],
  ])(
    'every room passes axe: %s, %s, %s',
    async (theme, size, language) => {
      await desk.page.evaluate(
        (look) => localStorage.setItem('zhenshou.look', look),
        JSON.stringify({ theme, size, language }),
      )
      await desk.page.reload()
      await rail().first().waitFor()
      const found: string[] = []
      for (const href of await rail().evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
        await desk.page.evaluate((hash) => {
          location.hash = hash
        }, href)
        await desk.page.locator(`.rail a[href="${href}"][aria-current="page"]`).waitFor()
        await desk.page.locator('#room h1:visible').first().waitFor()
        await expect
          .poll(() => desk.page.locator('.ledger[aria-busy="true"]:visible').count(), { timeout: 15_000 })
          .toBe(0)
        for (const violation of await listViolations(desk.page)) found.push(`${href}: ${violation}`)
        if (process.env.ZHENSHOU_SCREENSHOTS)
          await desk.screenshot(`room-${href.replace(/\W/g, '')}-${theme}-${language}`)
      }
      expect(found).toEqual([])
    },
    180_000,
  )
})
