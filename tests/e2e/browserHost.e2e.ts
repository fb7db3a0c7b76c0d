import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserDesk, describeInChromium, launchBrowserDesk, startBrowserConsole } from '../support/chromium.ts'

describeInChromium('the console in a browser', () => {
  let desk: BrowserDesk

  beforeAll(async () => {
    desk = await launchBrowserDesk()
  })
  afterAll(() => desk?.close())

  it('shows the same page at the printed address, without a redirect', async () => {
    const response = await fetch(desk.url, { redirect: 'manual' })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<title>镇守')
    await desk.page.waitForSelector('#root > *')
    expect(await desk.page.title()).toContain('镇守')
  })

  it('runs under the same policy without a violation', async () => {
    const messages: string[] = []
    desk.page.on('console', (message) => message.type() === 'error' && messages.push(message.text()))
    await desk.page.reload()
    await desk.page.waitForSelector('#root > *')
    expect(messages).toEqual([])
  })

  it('lets only one console use a data folder', async () => {
    await expect(startBrowserConsole({ dataDir: desk.dataDir })).rejects.toThrow(/another console/)
  })

  it('ends in good order on SIGTERM', async () => {
    const other = await startBrowserConsole()
    expect(await other.end('SIGTERM')).toBe(0)
  })
})
