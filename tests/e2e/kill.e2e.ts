// A power cut in ten acts, each in another moment of it: half typed, on its way, just called recorded. SIGKILL of the whole desk,
// the folder examined as it was left, and a new start on it.
// Everything that the screen had called recorded is there exactly once, everything half typed is offered again.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { LogRow } from '../../hub/admin/protocol.ts'
import { askDesk } from '../support/askDesk.ts'
import { examineFolder } from '../support/dataFolder.ts'
import { reportStep, signIn } from '../support/duty.ts'
import { describeInElectron, type LaunchedDesk, launchDesk, makeDataDir } from '../support/electronApp.ts'
import { saveWithLibreOffice } from '../support/flatSheet.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const WAIT = { timeout: 30_000 }
const TASK = '到村口设卡，劝返车辆'

describeInElectron('power cuts', () => {
  let desk: LaunchedDesk
  let keys: Keyboard
  let hub: TestHub
  let roster: string
  let broken = false
  /** What the screen called recorded, so far: words of the record's body, and its kind. */
  const told: { readonly kind: string; readonly words: string }[] = []

  const openDesk = async (dataDir?: string) => {
    desk = await launchDesk(dataDir ? { dataDir } : {})
    desk.page.setDefaultTimeout(WAIT.timeout)
    keys = keyboardOf(desk.page)
  }
  /** The cut, and the next start; what was told is looked for in between, in the folder as the cut left it. */
  const cutPower = async () => {
    await desk.kill()
    const { events, faults } = examineFolder(desk.dataDir)
    expect(faults).toEqual([])
    const texts = events.map(({ kind, body }) => `${kind} ${JSON.stringify(body)}`)
    const counts = told.map(({ kind, words }) => [
      kind,
      words,
      texts.filter((text) => text.startsWith(`${kind} `) && text.includes(words)).length,
    ])
    expect(counts).toEqual(told.map(({ kind, words }) => [kind, words, 1]))
    await openDesk(desk.dataDir)
    await signIn(desk.page)
    return texts
  }
  /**
   * The cut comes while the act is on its way, after the keys and before any answer: the record is then there once or not at all,
   * and when it is not, the person does it again. `done`: what the screen says when it is recorded.
   */
  const cutOnTheWay = async (kind: string, words: string, act: () => Promise<void>, done: string | RegExp) => {
    await act()
    const before = told.length
    const texts = await cutPower()
    const there = texts.filter((text) => text.startsWith(`${kind} `) && text.includes(words)).length
    expect(there).toBeLessThanOrEqual(1)
    if (there === 0) {
      await act()
      await desk.page.getByText(done).first().waitFor()
    }
    expect(told).toHaveLength(before)
    told.push({ kind, words })
  }
  const cell = (name: string) => desk.page.getByRole('gridcell', { name }).first()

  beforeAll(async () => {
    roster = await saveWithLibreOffice(makeDataDir(), '花名册', [
      {
        name: '花名册',
        rows: [
          ['姓名', '手机号码', '队伍名称'],
          ['孙涛', 13800000021, '石门村民兵应急分队'],
          ['周杰', 13800000022, '王家坪村应急救援队'],
        ],
      },
    ])
    hub = await startTestHub()
    await openDesk()
    await setUpDesk(desk.page)
  })
  // One desk from cut to cut: what follows a broken part says nothing.
  beforeEach(({ skip }) => skip(broken))
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail'
    if (broken) await desk.screenshot('kill-broken')
  })
  afterAll(async () => {
    await desk?.close()
    await hub?.close()
  })

  it('1: in a half-typed intake, which is offered again as it was', async () => {
    await keys.press('F2')
    await desk.page.getByRole('form', { name: '接报' }).waitFor()
    await desk.page.locator('[data-field="line"] textarea:focus').waitFor()
    await keys.press('Enter')
    await keys.type('ljw')
    await keys.press('Enter')
    await keys.write('三组水井边')
    const drafts = async () => JSON.stringify(await askDesk(desk.page, 'draft.list', { kind: 'intake' }))
    await expect.poll(drafts, WAIT).toContain('三组水井边')
    await cutPower()
    await desk.page.getByText('有 1 条接报没有记录完').waitFor()
    await keys.press('F2')
    await desk.page.getByRole('button', { name: /继续填写/ }).waitFor()
    await keys.press('F4')
    await expect.poll(() => desk.page.getByRole('textbox', { name: '地点' }).inputValue(), WAIT).toBe('三组水井边')
    await expect.poll(() => desk.page.getByRole('combobox', { name: '村（社区）' }).inputValue(), WAIT).toBe('李家湾村')
  })

  it('2: in the moment an intake is called 已记录', async () => {
    await keys.press('Control+Enter')
    await desk.page.locator('.intake-recorded-last').filter({ hasText: '已记录' }).waitFor()
    told.push({ kind: 'call.recorded', words: '三组水井边' }, { kind: 'incident.opened', words: '三组水井边' })
    await cutPower()
    expect(await askDesk(desk.page, 'draft.list', { kind: 'intake' })).toEqual([])
  })

  it('3: while an incident being verified is on its way', async () => {
    const verify = async () => {
      await keys.openRoom('事件')
      await cell('李家湾村三组水井边').waitFor()
      await keys.goTo(desk.page.locator('.ag-header-cell:visible').first())
      await keys.press('ArrowDown', 'Enter')
      await desk.page.locator('[data-state="now"]', { hasText: '接报' }).waitFor()
      await keys.press('2')
    }
    await cutOnTheWay('incident.advanced', '"to":"verifying"', verify, /进入核实/)
  })

  it('4: in the moment an entry stands in the log, and in the middle of the next one', async () => {
    await keys.openRoom('值班日志')
    const box = desk.page.getByRole('textbox', { name: '值班记事' })
    await keys.goTo(box)
    await keys.write('3点20分雨量站报每小时60毫米')
    await keys.press('Enter')
    await desk.page.locator('.log-what').filter({ hasText: '雨量站' }).waitFor()
    told.push({ kind: 'log.entered', words: '雨量站' })
    await expect.poll(() => box.inputValue(), WAIT).toBe('')
    await keys.write('李家湾桥下水位')
    const drafts = async () => JSON.stringify(await askDesk(desk.page, 'draft.list', { kind: 'log' }))
    await expect.poll(drafts, WAIT).toContain('李家湾桥下水位')
    await cutPower()
    await keys.openRoom('值班日志')
    await expect
      .poll(() => desk.page.getByRole('textbox', { name: '值班记事' }).inputValue(), WAIT)
      .toBe('李家湾桥下水位')
  })

  it('5: while a new team is on its way', async () => {
    const enter = async () => {
      await keys.openRoom('队伍')
      await keys.use(desk.page.getByRole('button', { name: '新增队伍' }))
      await desk.page.getByRole('form', { name: '新增队伍' }).waitFor()
      await keys.write('李家湾村应急救援队')
      await keys.press('Tab')
      await keys.write('村级')
      await keys.press('Enter', 'Control+Enter')
    }
    await cutOnTheWay('team.added', '李家湾村应急救援队', enter, '已登记“李家湾村应急救援队”')
  })

  it('6: with an import just asked for, which is then there as a whole or not at all, and whole when done again', async () => {
    const choose = async () => {
      await keys.openRoom('队伍')
      await keys.use(desk.page.getByRole('button', { name: '导入名册' }))
      const button = desk.page.locator('button', { hasText: '选择文件' })
      await button.waitFor()
      const chooser = desk.page.waitForEvent('filechooser')
      await keys.use(button)
      await (await chooser).setFiles(roster)
      await cell('孙涛').waitFor()
    }
    await choose()
    await keys.press('Control+Enter')
    const texts = await cutPower()
    const imported = (name: string) => texts.filter((text) => text.startsWith('team.') && text.includes(name)).length
    expect(imported('孙涛')).toBe(imported('周杰'))
    if (imported('孙涛') === 0) {
      await choose()
      await keys.press('Control+Enter')
      await desk.page.getByText('名册已导入').waitFor()
    }
    told.push({ kind: 'team.added', words: '石门村民兵应急分队' }, { kind: 'team.added', words: '王家坪村应急救援队' })
    told.push({ kind: 'roster.imported', words: '花名册.xlsx' })
    await cutPower()
  })

  it('7: while a task is on its way', async () => {
    const give = async () => {
      await keys.openRoom('任务')
      await desk.page.getByText('没有未办结的任务').first().waitFor()
      await keys.press('n')
      const form = desk.page.getByRole('form', { name: '下达任务' })
      await form.waitFor()
      // A draft that the cut left is there already.
      if ((await form.locator('input').first().inputValue()) === '') await keys.write(TASK)
      await keys.press('Tab')
      if ((await form.locator('.ant-select-selection-item').count()) === 0) {
        await keys.type('ljwcyj')
        await desk.page.locator('.ant-select-item-option').first().waitFor()
        await keys.press('Enter')
      }
      await keys.press('Tab', 'Control+Enter')
    }
    await cutOnTheWay('task.issued', TASK, give, /已下达 \d{4}-/)
  })

  it('8: in the moment its answer is written down', async () => {
    await keys.openRoom('任务')
    await cell(TASK).waitFor()
    await keys.goTo(desk.page.locator('.ag-header-cell:visible').first())
    await keys.press('ArrowDown', 'Enter')
    await desk.page.getByRole('heading', { name: TASK }).waitFor()
    await reportStep(desk.page, '1', '收到', '马上动身')
    told.push({ kind: 'task.progressed', words: '马上动身' })
    await cutPower()
  })

  it('9: with a person half typed, which leaves nothing, and then while the person is on the way', async () => {
    const open = async () => {
      await keys.openRoom('人员')
      await keys.use(desk.page.getByRole('button', { name: '新增人员' }))
      await desk.page.getByRole('dialog', { name: '新增人员' }).waitFor()
      await keys.write('张伟')
    }
    await open()
    expect((await cutPower()).filter((text) => text.startsWith('person.') && text.includes('张伟'))).toEqual([])
    const add = async () => {
      await open()
      await keys.press('Enter')
    }
    await cutOnTheWay('person.added', '张伟', add, '已新增：张伟。')
  })

  it('10: in the moment an order of the county is signed for', async () => {
    await askDesk(desk.page, 'sync.setHub', { url: hub.url })
    await askDesk(desk.page, 'sync.enroll', { code: await hub.enrolCode('510124103', '清溪镇') })
    const order = { title: '转移危险区群众', text: '立即转移。', urgent: true, replyBy: null, by: '周敏' }
    await hub.ask({ command: 'order', division: '510124103', ...order })
    await desk.page.getByRole('alert', { name: '正在提醒' }).waitFor()
    await keys.openRoom('县指令')
    await desk.page.getByRole('article').filter({ hasText: '立即转移。' }).waitFor()
    await keys.press('s')
    await desk.page.getByText('已记录“签收”').waitFor()
    told.push({ kind: 'order.issued', words: '转移危险区群众' }, { kind: 'order.acknowledged', words: '' })
    await cutPower()
    // The county gets each of them once, too.
    await expect.poll(async () => (await askDesk(desk.page, 'sync.state', null)).pending, WAIT).toEqual([0, 0, 0])
    const kinds = (await hub.ask<LogRow>({ command: 'log', division: '510124103' })).map(({ kind }) => kind)
    for (const kind of new Set(told.map((one) => one.kind).filter((one) => one !== 'order.issued')))
      expect([kind, kinds.filter((one) => one === kind).length]).toEqual([
        kind,
        kind === 'person.added' ? 2 : told.filter((one) => one.kind === kind).length,
      ])
  })
})
