import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk, askRaw } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('taking a call by keyboard', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const form = () => desk.page.getByRole('form', { name: '接报' })
  /** The line is empty: Enter goes on to the fields below it. */
  const lineHasFocus = () => desk.page.locator('[data-field="line"] textarea:focus').waitFor()
  const candidate = (number: number) => desk.page.locator('.intake-candidate').nth(number - 1)
  const recorded = () => desk.page.locator('.intake-recorded-last')

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('goes from F2 to 已记录 without the mouse, by initials and Enter', async () => {
    await press('F2')
    await lineHasFocus()
    // Of a form just after the start: the figures to walk through come with the county's list.
    await form().getByLabel('被困').waitFor()
    await press('Enter')
    await desk.page.keyboard.type('ljw')
    await press('Enter')
    await type('二组后山')
    await press('Enter')
    await desk.page.keyboard.type('hp')
    await press('Enter')
    await type('后山滑坡，埋了一栋房')
    await press('Enter')
    await type('?')
    await press('Enter')
    await press('Enter')
    await type('2')
    await desk.screenshot('intake-filled')
    await press('Control+Enter')
    await recorded().filter({ hasText: '已记录' }).waitFor()
    expect(await recorded().textContent()).toMatch(/已记录接报 \d{4}-A01\d{2}:\d{2}/)
    expect(await form().getByLabel('村（社区）').inputValue()).toBe('')
    expect(
      await desk.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('line')
    await desk.screenshot('intake-recorded')
  })

  it('offers the open incident beside the form and attaches the call with one key', async () => {
    await lineHasFocus()
    await press('Enter')
    await desk.page.keyboard.type('ljw')
    await press('Enter')
    await candidate(1).waitFor()
    await type('二组')
    await press('Control+Enter')
    await desk.page.getByText('这条接报属于哪起事件？').waitFor()
    await desk.screenshot('intake-asking')
    await press('1')
    await recorded().filter({ hasText: /A02/ }).waitFor()
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).toMatch(/归入事件 \d{4}-A01/)
  })

  it('opens a new incident with 0, and says what is missing instead of recording nothing', async () => {
    await press('Control+Enter')
    await desk.page.getByText('还没有填写任何情况').waitFor()
    await press('Shift+Tab')
    await press('Shift+Tab')
    await press('Shift+Tab')
    await desk.page.keyboard.type('ljw')
    await press('Enter')
    await candidate(1).waitFor()
    await type('村委会')
    await press('Control+Enter')
    await desk.page.getByText('这条接报属于哪起事件？').waitFor()
    await press('0')
    await recorded().filter({ hasText: /A03/ }).waitFor()
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).toMatch(/新建事件 \d{4}-A02/)
  })

  it('never records by the Enter that ends a pinyin composition', async () => {
    await type('三组')
    await form().getByLabel('地点').focus()
    const before = await desk.page.locator('.intake-recorded li').count()
    await desk.page.evaluate(() => {
      const field = document.activeElement
      for (const ctrlKey of [false, true])
        field?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, ctrlKey, bubbles: true, cancelable: true }),
        )
    })
    expect(
      await desk.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('place')
    expect(await desk.page.locator('.intake-recorded li').count()).toBe(before)
  })

  it('keeps what was typed when it is put away, when the person leaves and when the desk is killed', async () => {
    await form().getByLabel('地点').fill('三组水井边')
    await press('Escape')
    await desk.page.getByText('有 1 条接报没有记录完').waitFor()
    await askDesk(desk.page, 'session.signOut', null)
    await desk.page.getByRole('heading', { name: '登录' }).waitFor()
    await desk.screenshot('intake-reminder')
    await press('F2')
    expect(await form().getByLabel('地点').inputValue()).toBe('三组水井边')
    await desk.end('SIGKILL')
    await desk.close()
    desk = await launchBrowserDesk({ dataDir: desk.dataDir })
    await desk.page.getByText('有 1 条接报没有记录完').waitFor()
    // A blank form waits for the next call; the reminder goes on with the one begun, and names the keys that do.
    const goOn = desk.page.locator('.intake-reminder button')
    expect(await goOn.textContent()).toBe('继续F2 F4')
    await goOn.click()
    expect(await form().getByLabel('地点').inputValue()).toBe('三组水井边')
  })

  it('takes the call without sign-in under the name given, and the draft is gone', async () => {
    await press('Control+Enter')
    await desk.page.getByText('无人登录，请填写您的姓名').waitFor()
    await type('小李')
    await desk.screenshot('intake-unsigned')
    await press('Enter')
    await recorded().filter({ hasText: '已记录' }).waitFor()
    expect(await askDesk(desk.page, 'draft.list', { kind: 'intake' })).toEqual([])
    // Nothing of the township is told before somebody signs in.
    const unsigned = await askRaw(desk.page, 'call.page', { offset: 0, limit: 9 })
    expect(unsigned).toMatchObject({ ok: false, error: { code: 'session.signInFirst' } })
    const [person] = await askDesk(desk.page, 'session.options', null)
    await askDesk(desk.page, 'session.signIn', { person: person?.id ?? '', password: 'qing xi 119' })
    const [row] = (await askDesk(desk.page, 'call.page', { unconfirmed: true, offset: 0, limit: 9 })).rows
    expect(row?.no).toMatch(/A04$/)
  })
})
