import type { Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { type HubProcess, runHub, startHubProcess } from '../support/hubProcess.ts'
import { makeIntake } from '../support/intakes.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('typing on while a record is being written', () => {
  let desk: BrowserDesk
  let hub: HubProcess | undefined
  let incident = ''
  const hubData = makeFolder()
  const press = (key: string) => desk.page.keyboard.press(key)
  const write = (text: string) => desk.page.keyboard.insertText(text)
  const open = (room: string) =>
    desk.page.evaluate((hash) => {
      location.hash = hash
    }, `#/${room}`)

  /** The desk does what it is asked; then (`done`) its answer waits for `release`. */
  async function holdAnswer(channel: string): Promise<{ readonly done: Promise<void>; release(): void }> {
    const [done, tell] = awaited()
    const [held, release] = awaited()
    const hold = async (route: Route) => {
      const response = await route.fetch()
      tell()
      await held
      await route.fulfill({ response })
    }
    await desk.page.route(`**/api/${channel}`, hold, { times: 1 })
    return { done, release }
  }

  interface TypingOn {
    readonly channel: string
    readonly key: string
    readonly form: string
    readonly sent: string
    readonly more: string
  }

  /** Sends a text by its key and goes on typing before the answer has come; then the answer comes. */
  async function typeOn({ channel, key, form, sent, more }: TypingOn): Promise<void> {
    await write(sent)
    const { done, release } = await holdAnswer(channel)
    await press(key)
    await done
    await write(more)
    release()
    await desk.page.locator(`${form} button[type="submit"]:not([aria-busy="true"]):not(:disabled)`).waitFor()
  }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
    const taken = makeIntake('draft0001', { reportedAt: Date.now() }, { kind: 'open', title: '后山滑坡' })
    incident = (await askDesk(desk.page, 'intake.record', taken)).incident.id
    hub = await startHubProcess(['--port', '0', '--data', hubData])
    const township = ['--township', '510124103', '--data', hubData]
    const { out } = await runHub(['enroll', ...township, '--name', '清溪镇'])
    await askDesk(desk.page, 'sync.setHub', { url: hub.url })
    const code = /([0-9A-Z]{5}-){4}[0-9A-Z]{5}/.exec(out)?.[0] ?? ''
    expect(await askDesk(desk.page, 'sync.enroll', { code })).toMatchObject({ outcome: 'enrolled' })
    await runHub(['order', ...township, '--title', '转移群众', '--text', '请立即转移。', '--by', '周敏'])
  })
  afterAll(async () => {
    await desk?.close()
    await hub?.stop()
  })

  it('leaves the next note in its field', async () => {
    await open(`incidents/${incident}`)
    const note = desk.page.locator('.incident-note textarea')
    await note.waitFor()
    await press('n')
    await note.and(desk.page.locator(':focus')).waitFor()
    await typeOn({
      channel: 'incident.note',
      key: 'Enter',
      form: '.incident-note',
      sent: '二组已断电',
      more: '，三组也断了',
    })
    expect(await note.inputValue()).toBe('二组已断电，三组也断了')
    await press('Enter')
    await expect.poll(() => note.inputValue()).toBe('')
    await desk.page.getByText('二组已断电，三组也断了').waitFor()
  })

  it('keeps a note and a correction half typed over Escape, another room and a page that is read anew', async () => {
    const focused = (name: string) => desk.page.getByRole('textbox', { name }).and(desk.page.locator(':focus'))
    const note = desk.page.locator('.incident-note textarea')
    const kept = (kind: 'note' | 'correct') => askDesk(desk.page, 'draft.list', { kind })
    // The focus is where the note before it was typed.
    await note.and(desk.page.locator(':focus')).waitFor()
    await write('四组已转移')
    await press('Escape')
    await press('c')
    await focused('标题').waitFor()
    await write('后山滑坡二')
    await press('Escape')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    await open('orders')
    await desk.page.locator('.order-text').filter({ hasText: '请立即转移' }).waitFor()
    await expect.poll(async () => [...(await kept('note')), ...(await kept('correct'))].length).toBe(2)
    await desk.page.reload()
    await open(`incidents/${incident}`)
    await expect.poll(() => note.inputValue()).toBe('四组已转移')
    await press('c')
    await focused('标题').waitFor()
    expect(await focused('标题').inputValue()).toContain('后山滑坡二')
    await press('Control+Enter')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => kept('correct')).toEqual([])
    await press('n')
    await note.and(desk.page.locator(':focus')).waitFor()
    await press('Enter')
    await expect.poll(() => note.inputValue()).toBe('')
    await expect.poll(() => kept('note')).toEqual([])
  })

  it('keeps a corrected call, figures and a step of a task half typed over Escape and a page that is read anew', async () => {
    const focused = (name: string) => desk.page.getByRole('textbox', { name }).and(desk.page.locator(':focus'))
    const gone = () => desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    const count = async () => {
      const kinds = ['call', 'figures', 'act'] as const
      const drafts = await Promise.all(kinds.map((kind) => askDesk(desk.page, 'draft.list', { kind })))
      return drafts.map((found) => found.length)
    }
    const village = { kind: 'village', id: 'village-1', name: '李家湾村' } as const
    const said = {
      title: '查看水位',
      detail: '',
      at: Date.now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    } as const
    const { tasks } = await askDesk(desk.page, 'task.issue', { ...said, to: [village] })
    const correctCall = async () => {
      await open(`incidents/${incident}`)
      await desk.page.getByRole('button', { name: /^更正接报/ }).focus()
      await press('Enter')
      await desk.page.getByRole('dialog').getByRole('textbox', { name: '理由' }).focus()
    }
    const claim = async () => {
      await open(`incidents/${incident}`)
      await desk.page.locator('.incident-note textarea').waitFor()
      await press('g')
      await focused('谁报的').waitFor()
    }
    const step = async () => {
      await open(`tasks/${tasks[0]?.id}`)
      await desk.page.locator('.task-detail-head').waitFor()
      await press('2')
      await focused('情况（可不填）').waitFor()
    }

    await correctCall()
    await write('电话里听错了')
    await press('Escape')
    await gone()
    await claim()
    await write('县应急局 周科长')
    await press('Escape')
    await gone()
    await step()
    await write('绕道石门村')
    await press('Escape')
    await focused('情况（可不填）').waitFor({ state: 'detached' })
    await expect.poll(count).toEqual([1, 1, 1])
    await desk.page.reload()

    await step()
    expect(await focused('情况（可不填）').inputValue()).toBe('绕道石门村')
    await press('Enter')
    await expect.poll(count).toEqual([1, 1, 0])
    await desk.page.getByText('绕道石门村').waitFor()
    await claim()
    expect(await focused('谁报的').inputValue()).toBe('县应急局 周科长')
    await desk.page.getByRole('textbox', { name: /^死亡/ }).focus()
    await write('1')
    await press('Control+Enter')
    await gone()
    await expect.poll(count).toEqual([1, 0, 0])
    await correctCall()
    expect(await desk.page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('电话里听错了')
    await desk.page.getByRole('textbox', { name: '地点', exact: true }).focus()
    await write('二组后山')
    await press('Control+Enter')
    await gone()
    await expect.poll(count).toEqual([0, 0, 0])
  })

  it('leaves what follows an answer to the county in its field, and keeps it as a draft', async () => {
    await open('orders')
    await desk.page.locator('.order-text').filter({ hasText: '请立即转移' }).waitFor()
    await press('r')
    const reply = desk.page.getByRole('textbox', { name: '回复内容' })
    await reply.and(desk.page.locator(':focus')).waitFor()
    await typeOn({
      channel: 'order.reply',
      key: 'Control+Enter',
      form: '.order-reply',
      sent: '已转移43人',
      more: '，另有2人失联',
    })
    expect(await reply.inputValue()).toBe('已转移43人，另有2人失联')
    await expect
      .poll(async () => (await askDesk(desk.page, 'draft.list', { kind: 'reply' })).map(({ body }) => body))
      .toEqual([{ text: '已转移43人，另有2人失联' }])
    await press('Control+Enter')
    await reply.waitFor({ state: 'detached' })
    expect(await askDesk(desk.page, 'draft.list', { kind: 'reply' })).toEqual([])
  })
})

function awaited(): readonly [Promise<void>, () => void] {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return [promise, () => keep()]
}
