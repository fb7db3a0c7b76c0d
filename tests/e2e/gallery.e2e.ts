import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readStatic } from '../../electron/shell/staticFiles.ts'
import { buildGallery } from '../gallery/buildGallery.ts'
import { listViolations } from '../support/axe.ts'
import { describeInChromium, launchChromium } from '../support/chromium.ts'
import { takeScreenshot } from '../support/electronApp.ts'

const ORIGIN = 'http://gallery.test'

describeInChromium('every state of every view', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = await buildGallery()
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  /** A page of its own, with the names of all exhibits. */
  async function openGallery(look: Readonly<Record<string, string>>): Promise<{ page: Page; names: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    // Served from the folder under the product's own policy, so that a view that breaks it is found here.
    await page.route(`${ORIGIN}/**`, async (route) => {
      const { status, headers, body } = await readStatic(folder, new URL(route.request().url()).pathname)
      await route.fulfill({ status, headers, body: Buffer.from(body) })
    })
    await page.goto(`${ORIGIN}/index.html?${new URLSearchParams(look)}`)
    await page.waitForSelector(`html[data-theme="${look.theme}"] #exhibit > p`)
    return { page, names: await page.locator('#exhibit > p').allTextContents() }
  }

  // Side by side: each look keeps one core busy.
  it.concurrent.each([
    ['light', 'zh-CN', 'normal', undefined],
    // What the page is made of is the same in both themes; only the colours are not.
    ['dark', 'en', 'large', ['color-contrast']],
  ])(
    'can be read and used by everyone: %s, %s, %s',
    async (theme, lang, size, only) => {
      const found: string[] = []
      const { page, names } = await openGallery({ theme, lang, size })
      for (const name of names) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, name)
        await page.waitForSelector(`#shown[data-name="${name}"]`)
        await page.waitForFunction(() => document.querySelector('#shown .ledger[aria-busy="true"]') === null)
        for (const violation of await listViolations(page, only)) found.push(`${name}: ${violation}`)
        if (process.env.ZHENSHOU_SCREENSHOTS) {
          await takeScreenshot(page, `gallery/${name.replaceAll('/', '-')}-${theme}-${lang}`)
        }
      }
      expect({ looked: names.length > 5, found }).toEqual({ looked: true, found: [] })
    },
    600_000,
  )
})
