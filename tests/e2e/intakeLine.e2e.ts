import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const LINE = '李家湾二组后山滑坡，埋了两个人，已经转移15户46人，村支书老王打的电话13900000111，需要挖掘机'

describeInChromium('taking a call in one line', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const form = () => desk.page.getByRole('form', { name: '接报' })
  const field = (name: string) => form().locator(`[data-field="${name}"] :is(input, textarea)`)
  const lineHasFocus = () => desk.page.locator('[data-field="line"] textarea:focus').waitFor()
  const recorded = () => desk.page.locator('.intake-recorded-last')
  const shown = async (...names: readonly string[]) => Promise.all(names.map((name) => field(name).inputValue()))

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('fills the form while it is typed, with the words each value stands on', async () => {
    await press('F2')
    await lineHasFocus()
    await type(LINE)
    await expect
      .poll(() => shown('village', 'place', 'type', 'figures.trapped', 'figures.evacuated', 'callerPhone', 'requests'))
      .toEqual(['李家湾村', '二组后山', '山体滑坡', '2', '46', '13900000111', '挖掘机'])
    expect(await shown('source', 'callerName', 'callerPost')).toEqual(['村干部', '老王', '村支书'])
    expect(await form().locator('[data-field="figures.trapped"] .field-quote').textContent()).toBe('“埋了两个人”')
    expect(await form().locator('.intake-line-read mark').count()).toBeGreaterThan(5)
    expect(await field('at').getAttribute('placeholder')).toBe('未知')
    expect(await field('title').getAttribute('placeholder')).toBe('李家湾村二组后山山体滑坡')
    await form().getByRole('button', { name: /记录/ }).waitFor()
    await desk.screenshot('intake-line')
  })

  it('never overwrites a value made by hand, and goes on filling the others', async () => {
    await field('figures.trapped').fill('3')
    // Put away and opened again: the line is gone on with at its end.
    await press('Escape')
    await form().waitFor({ state: 'detached' })
    await press('F2')
    await lineHasFocus()
    await type('，还有一个人失踪')
    await expect.poll(() => shown('figures.missing')).toEqual(['1'])
    expect(await shown('figures.trapped', 'figures.evacuated')).toEqual(['3', '46'])
    expect(await form().locator('[data-field="figures.trapped"] .field-quote').count()).toBe(0)
  })

  it('keeps the line and what was made by hand over a power cut', async () => {
    await expect
      .poll(async () => JSON.stringify(await askDesk(desk.page, 'draft.list', { kind: 'intake' })))
      .toContain('还有一个人失踪')
    await desk.end('SIGKILL')
    await desk.close()
    desk = await launchBrowserDesk({ dataDir: desk.dataDir })
    await desk.page.getByText('有 1 条接报没有记录完').waitFor()
    await press('F2')
    await desk.page.getByRole('button', { name: /继续填写/ }).waitFor()
    await press('F4')
    await expect
      .poll(() => shown('line', 'figures.trapped', 'village'))
      .toEqual([`${LINE}，还有一个人失踪`, '3', '李家湾村'])
  })

  it('records by Enter in the line, in the caller’s words; never by the Enter of a pinyin composition', async () => {
    await field('claimedName').fill('小李')
    await field('line').focus()
    await desk.page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(await desk.page.locator('.intake-recorded li').count()).toBe(0)
    await press('Enter')
    await recorded().filter({ hasText: '已记录' }).waitFor()
    await lineHasFocus()
    expect(await shown('line', 'village')).toEqual(['', ''])
    const [person] = await askDesk(desk.page, 'session.options', null)
    await askDesk(desk.page, 'session.signIn', { person: person?.id ?? '', password: 'qing xi 119' })
    const [incident] = (
      await askDesk(desk.page, 'incident.page', { filter: {}, sort: 'openedMs', descending: true, offset: 0, limit: 5 })
    ).rows
    expect(incident?.title).toBe('李家湾村二组后山山体滑坡')
    const said = Object.fromEntries((incident?.figures ?? []).map(({ field: name, said: amounts }) => [name, amounts]))
    expect(said).toEqual({ trapped: [{ n: 3 }], missing: [{ n: 1 }], evacuated: [{ n: 46 }] })
    const found = await askDesk(desk.page, 'call.page', { text: '埋了两个人', offset: 0, limit: 5 })
    expect(found.total).toBe(1)
  })

  it('asks which incident it is, however fast Enter comes after the words', async () => {
    let letGo = () => {}
    const held = new Promise<void>((done) => {
      letGo = done
    })
    const answers = '**/api/incident.candidates'
    await desk.page.route(answers, async (route) => {
      await held
      await route.continue()
    })
    await lineHasFocus()
    await type('石门村后山滑坡，埋了一个人')
    await expect.poll(() => shown('type')).toEqual(['山体滑坡'])
    await press('Enter')
    letGo()
    await desk.page.locator('.intake-asking button:focus').waitFor()
    await press('1')
    await expect.poll(() => desk.page.locator('.intake-recorded li').first().textContent()).toMatch(/归入事件/)
    await desk.page.unroute(answers)
    await lineHasFocus()
  })

  it('does not take an Enter that is held or pressed twice for the answer; another village’s call is a new incident', async () => {
    const first = () => desk.page.locator('.intake-recorded li').first().textContent()
    const asked = () => desk.page.locator('.intake-asking button:focus')
    for (const hurry of ['held', 'twice']) {
      await type('石门村后山滑坡，埋了一个人')
      await expect.poll(() => shown('type')).toEqual(['山体滑坡'])
      const before = await desk.page.locator('.intake-recorded-last').textContent()
      await desk.page.keyboard.down('Enter')
      if (hurry === 'twice') await desk.page.keyboard.up('Enter')
      else await asked().waitFor()
      await desk.page.keyboard.down('Enter')
      await desk.page.keyboard.up('Enter')
      expect(await asked().textContent()).toContain('作为新事件')
      // Pressed at leisure it answers.
      await expect
        .poll(
          async () => {
            if ((await asked().count()) > 0) await press('Enter')
            return recorded().textContent()
          },
          { interval: 200 },
        )
        .not.toBe(before)
      expect(await first()).toMatch(/新建事件/)
      await lineHasFocus()
    }
  })

  it('says plainly what does not agree, what is a drill and what was taken back', async () => {
    const notes = () => form().locator('.intake-line-notes')
    await type('村里说李家弯村山体滑坡死了两个人，派出所说死了三个人')
    await notes().getByText('前后不一　死亡：2 “死了两个人”，又说 3 “死了三个人”').waitFor()
    await notes().getByText('“李家弯村”按同音认作李家湾村').waitFor()
    await desk.screenshot('intake-line-contradiction')
    await field('line').fill('演练：李家湾村山体滑坡，埋了三个人')
    await notes().getByText('听着是演练：险情和伤亡不填').waitFor()
    expect(await shown('type', 'figures.trapped')).toEqual(['', ''])
    await field('line').fill('刚才报的滑坡是误报')
    await notes().getByText('被收回的不填').waitFor()
    await field('line').fill('')
    await press('Escape')
  })
})
