import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { signIn } from '../support/duty.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { makeIntake } from '../support/intakes.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInElectron('the room of incidents, by keyboard', () => {
  let desk: LaunchedDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const see = (text: string | RegExp) => desk.page.getByText(text).first().waitFor()
  const take = (draft: string, figures: Record<string, { n: number } | null>, place: string) =>
    askDesk(
      desk.page,
      'intake.record',
      makeIntake(draft, { figures, place, reportedAt: Date.now() }, { kind: 'open', title: `${place}滑坡` }),
    )
  const focusedRow = () => desk.page.locator('.ag-row', { has: desk.page.locator('.ag-cell:focus') }).first()
  const openFromLedger = async (title: string) => {
    await desk.page.getByRole('gridcell', { name: title }).first().waitFor()
    // Into the list where it stands, to its top, and down to the incident.
    await press('ArrowDown')
    await focusedRow().waitFor()
    await press('PageUp')
    // Once too often: it stays on the first line, and Enter never sorts.
    await press('ArrowUp')
    for (let line = 0; line < 5 && !(await focusedRow().textContent())?.includes(title); line++)
      await press('ArrowDown')
    await press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor()
  }

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
    await take('draft0001', { trapped: { n: 2 } }, '后山')
    await take('draft0002', { trapped: { n: 3 } }, '村口')
    await press('Alt+1')
    await desk.page.getByRole('heading', { name: '事件', exact: true }).waitFor()
  })
  afterAll(() => desk?.close())

  it('shows what is there after another room was looked at', async () => {
    await desk.page.getByRole('gridcell', { name: '村口滑坡' }).first().waitFor()
    await desk.page.getByRole('link', { name: '值班日志', exact: true }).click()
    await desk.page.getByRole('heading', { name: '值班日志', exact: true }).waitFor()
    await press('Alt+1')
    for (const title of ['后山滑坡', '村口滑坡'])
      await desk.page.getByRole('gridcell', { name: title }).first().waitFor()
    await desk.page.getByText('共 2 条').waitFor()
  })

  it('opens an incident from the ledger, moves it on, and keeps the step left out as 未报', async () => {
    await desk.page.locator('.ag-cell', { hasText: '村口滑坡' }).first().waitFor()
    await desk.screenshot('incidents-ledger')
    await openFromLedger('后山滑坡')
    await press('3')
    await see('核实没有报告，将记为“未报”。')
    await press('Enter')
    await desk.page.locator('[data-state="now"]', { hasText: '处置' }).waitFor()
    expect(await desk.page.locator('[data-state="unreported"]').textContent()).toContain('核实')
  })

  it('records a note with Enter, and it is in the timeline at once', async () => {
    await press('n')
    await type('供电所已断电')
    await press('Enter')
    await desk.page.locator('.incident-timeline', { hasText: '供电所已断电' }).waitFor()
    await press('Escape')
    await desk.screenshot('incident-detail')
    expect(await listViolations(desk.page)).toEqual([])
  })

  it('merges the other incident in: figures stand side by side, one is adopted, nothing is added up', async () => {
    await press('Escape')
    // Back on the line it was opened from.
    await focusedRow().filter({ hasText: '后山滑坡' }).waitFor()
    await openFromLedger('村口滑坡')
    await press('m')
    await desk.page.keyboard.type('hs')
    await desk.page.getByRole('option', { name: /后山滑坡/ }).waitFor()
    await press('Enter')
    await press('Control+Enter')
    await desk.page.getByRole('heading', { level: 1, name: /后山滑坡/ }).waitFor()
    await see('说法不一')
    const board = desk.page.locator('.incident-figures')
    expect(await board.textContent()).toMatch(/3 人.*2 人|2 人.*3 人/)
    expect(await board.textContent()).not.toContain('5 人')
    // F goes there; what is adopted loses its button, and the focus goes on to the next one.
    await press('f')
    const focused = board.locator('[data-adopt] button:focus')
    await focused.waitFor()
    await press('Enter')
    await board.locator('.incident-official').waitFor()
    await focused.waitFor()
    await desk.screenshot('incident-merged')
  })

  it('takes the merge back, and the false report, each with a reason', async () => {
    await desk.page.getByRole('button', { name: /村口滑坡/ }).focus()
    await press('Enter')
    await desk.page.getByRole('button', { name: '取消合并' }).focus()
    await press('Enter')
    await type('相距三公里')
    await press('Enter')
    await desk.page.getByRole('button', { name: /误报/ }).waitFor()
    await press('x')
    await press('Enter')
    await see('请填写理由')
    await type('村干部到场查看，无险情')
    await press('Enter')
    await desk.page.getByRole('button', { name: '撤销误报' }).waitFor()
    await desk.screenshot('incident-dismissed')
    await press('Escape')
    await desk.page.locator('.ag-cell', { hasText: '后山滑坡' }).first().waitFor()
    expect(await desk.page.locator('.ag-cell', { hasText: '村口滑坡' }).count()).toBe(0)
  })

  it('finds an incident by the words of its notes', async () => {
    await desk.page.getByLabel('全文查找').fill('断电')
    await desk.page.locator('.ag-cell', { hasText: '后山滑坡' }).first().waitFor()
    await desk.page.getByLabel('全文查找').fill('不存在的词')
    await see('没有找到')
    await desk.page.getByLabel('全文查找').fill('')
  })

  it('corrects a call in its own fields and reopens an ended incident', async () => {
    await openFromLedger('后山滑坡')
    await desk.page.getByRole('button', { name: /更正接报/ }).focus()
    await press('Enter')
    await desk.page.getByLabel('被困').fill('?')
    await desk.page.getByLabel('理由').fill('来电人更正')
    await press('Control+Enter')
    await desk.page.locator('.incident-calls', { hasText: '被困 未知' }).waitFor()
    await press('4')
    await desk.page.locator('[data-state="now"]', { hasText: '结束' }).waitFor()
    await press('r')
    await type('夜间又有落石')
    await press('Enter')
    await desk.page.locator('[data-state="now"]', { hasText: '处置' }).waitFor()
    await see(/重启到处置：夜间又有落石/)
    await desk.screenshot('incident-reopened')
  })

  it('is all there after the process was killed', async () => {
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await desk.page.getByRole('heading', { name: '登录' }).waitFor()
    await signIn(desk.page)
    const { rows } = await askDesk(desk.page, 'incident.page', {
      filter: {},
      sort: 'no',
      descending: false,
      offset: 0,
      limit: 9,
    })
    expect(rows.map(({ title, standing, phase }) => [title, standing, phase])).toEqual([
      ['后山滑坡', 'open', 'responding'],
      ['村口滑坡', 'dismissed', 'received'],
    ])
  })
})
