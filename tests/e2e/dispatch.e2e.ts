import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInElectron('tasks given by telephone, by keyboard', () => {
  let desk: LaunchedDesk
  let team = ''

  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const pane = () => desk.page.locator('.task-detail')
  const dialog = () => desk.page.getByRole('dialog')
  const shown = (text: string | RegExp) => desk.page.getByText(text).first().waitFor()
  const room = (id: string) =>
    desk.page.evaluate((name) => {
      location.hash = `#/${name}`
    }, id)
  const tips = async (id: string) => [...((await askDesk(desk.page, 'teams.get', { team: id }))?.team.tips ?? [])]
  const open = async (id: string, title: string) => {
    await room(`tasks/${id}`)
    await pane().getByRole('heading', { name: title }).waitFor()
  }
  const issue = async (title: string, to: { kind: 'team' | 'person'; id: string; name: string }) => {
    const said = { title, detail: '', at: Date.now(), means: 'phone', urgency: 'life-safety', dueAt: null } as const
    const { tasks } = await askDesk(desk.page, 'task.issue', { ...said, to: [to] })
    return tasks[0]?.id ?? ''
  }
  /** A step and Enter, once its form is there. */
  const step = async (key: string, word: string, done: string) => {
    await press(key)
    await pane()
      .getByRole('form', { name: `记录“${word}”` })
      .waitFor()
    await press('Enter')
    await pane().locator('.task-marks .tag', { hasText: done }).waitFor()
  }

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
    const leader = { name: '王建军', phone: '13900000001' }
    const made = await askDesk(desk.page, 'teams.add', {
      name: '镇应急救援队',
      kind: 'rescue',
      leader,
      skills: ['水上救援'],
    })
    team = made.id
    const deputy = { id: null, name: '李强', phone: '13900000002', post: '副队长' }
    await askDesk(desk.page, 'teams.setMember', { team, base: await tips(team), member: deputy })
    await askDesk(desk.page, 'teams.add', {
      name: '蓝天救援队',
      kind: 'volunteer',
      leader: { name: '何敏', phone: '13900000009' },
      skills: ['水上救援'],
    })
  })
  afterAll(() => desk?.close())

  it('reads the task aloud, records each call with one key, asks the deputy after two failed calls', async () => {
    const id = await issue('转移李家湾二组坡脚三户', { kind: 'team', id: team, name: '镇应急救援队' })
    await open(id, '转移李家湾二组坡脚三户')
    await press('p')
    await dialog().getByText('镇应急救援队，我是清溪镇值班室陈明。').waitFor()
    await dialog().getByText('请你们立即执行：转移李家湾二组坡脚三户。').waitFor()
    await dialog().locator('input[type=radio]:checked:focus').waitFor()
    await press('2')
    await dialog().locator('.calling-rings .tag').first().waitFor()
    await press('4')
    await dialog().getByText('王建军 2 次未接通。').waitFor()
    await desk.screenshot('dispatch-deputy')
    await press('a')
    await dialog().locator('.calling-list label[data-chosen]').filter({ hasText: '李强' }).waitFor()
    await press('5')
    await dialog().waitFor({ state: 'detached' })
    await pane().locator('.task-marks .tag', { hasText: '已收到' }).waitFor()
    await pane().locator('.task-history').getByText('13900000002：接通，已复述').waitFor()
    const detail = await askDesk(desk.page, 'task.detail', { id })
    expect([
      detail?.rings.map(({ callee, outcome }) => `${callee.name} ${outcome}`),
      detail?.escalations.map(({ to, cause }) => `${to.name} ${cause}`),
      detail?.acts.map(({ act, by }) => `${act} ${by}`),
    ]).toEqual([['王建军 noAnswer', '王建军 off', '李强 repeated'], ['李强 rings'], ['issued 陈明', 'received 李强']])
    await desk.screenshot('dispatch-received')
  })

  it('takes back a call that was noted as repeated by mistake, with the answer it recorded', async () => {
    const id = await issue('查看河堤', { kind: 'team', id: team, name: '镇应急救援队' })
    await open(id, '查看河堤')
    await press('p')
    await dialog().locator('input[type=radio]:checked:focus').waitFor()
    await press('5')
    await dialog().waitFor({ state: 'detached' })
    await pane().locator('.task-marks .tag', { hasText: '已收到' }).waitFor()
    await press('z')
    await dialog().getByText('接通，已复述').waitFor()
    await dialog().getByRole('textbox', { name: '理由' }).and(desk.page.locator(':focus')).waitFor()
    await desk.page.keyboard.insertText('按错了键，没有人接')
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await pane().locator('.task-marks .tag', { hasText: '已下达' }).waitFor()
    expect(await pane().locator('.task-history li[data-voided="true"]').count()).toBe(2)
    await pane().getByText('按错了键，没有人接').first().waitFor()
    await press('p')
    await dialog().locator('.calling-rings s').waitFor()
    await desk.screenshot('dispatch-taken-back')
    await press('Escape')
    await dialog().waitFor({ state: 'detached' })
    const detail = await askDesk(desk.page, 'task.detail', { id })
    expect([detail?.row.status, detail?.rings.map(({ voided }) => voided?.reason)]).toEqual([
      'issued',
      ['按错了键，没有人接'],
    ])
  })

  it('gives it to another team that can do it when the whole team is silent; the number stays, also after a power cut', async () => {
    const id = await issue('用冲锋舟接出五人', { kind: 'team', id: team, name: '镇应急救援队' })
    await open(id, '用冲锋舟接出五人')
    const no = (await askDesk(desk.page, 'task.detail', { id }))?.row.no ?? ''
    await press('p')
    await dialog().locator('input[type=radio]:checked:focus').waitFor()
    for (const [name, keys] of [
      ['王建军', ['2', '2']],
      ['李强', ['3', '4']],
    ] as const) {
      await dialog().locator('.calling-list label[data-chosen]').filter({ hasText: name }).waitFor()
      for (const [index, key] of keys.entries()) {
        await press(key)
        await dialog()
          .locator('.calling-list label', { hasText: name })
          .locator('.calling-rings .tag')
          .nth(index)
          .waitFor()
      }
      await dialog().getByText(`${name} 2 次未接通。`).waitFor()
      if (name === '李强') await desk.screenshot('dispatch-team')
      await press('a')
    }
    await dialog().locator('.calling-list label[data-chosen]').filter({ hasText: '何敏' }).waitFor()
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await signIn()
    await open(id, '用冲锋舟接出五人')
    await pane().getByText('李强2次电话未接通，改由蓝天救援队承办').waitFor()
    expect((await askDesk(desk.page, 'task.detail', { id }))?.row).toMatchObject({
      no,
      status: 'issued',
      recipient: { name: '蓝天救援队' },
    })
  })

  it('prints a slip to sign, as it stands', async () => {
    await press('w')
    await dialog().getByRole('heading', { name: '应急任务单' }).waitFor()
    expect(await dialog().locator('.slip').textContent()).toContain('核销人（不得为承办人）')
    await desk.screenshot('dispatch-slip')
    await press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('does not let one verify one’s own work; alone on duty a leader consents by telephone', async () => {
    const self = (await askDesk(desk.page, 'people.options', null)).find(({ name }) => name === '陈明')
    const leader = { name: '周建国', post: '镇长', phone: '13800000002', roles: ['townshipHead'] as const }
    await askDesk(desk.page, 'people.add', { ...leader, roles: [...leader.roles] })
    const id = await issue('查看石门水库', { kind: 'person', id: self?.id ?? '', name: '陈明' })
    await open(id, '查看石门水库')
    await step('1', '收到', '已收到')
    await step('4', '完成', '已完成')
    await shown('您是这项任务的承办人，不能自己核销。')
    await press('5')
    await pane().getByRole('form', { name: '领导电话同意核销' }).waitFor()
    await desk.page.locator('input[type=tel]:focus').waitFor()
    expect(await desk.page.locator('input[type=tel]').inputValue()).toBe('13800000002')
    await desk.screenshot('dispatch-consent')
    await press('Enter')
    await pane().locator('.task-marks .tag', { hasText: '已核销' }).waitFor()
    await pane().locator('.task-history .tag', { hasText: '周建国 电话同意' }).waitFor()
  })

  it('shows where each team is and what it has in hand, where it is chosen too', async () => {
    await room('teams')
    const row = desk.page.locator('.ag-row').filter({ hasText: '蓝天救援队' })
    await row.getByText('在办 1 项').waitFor()
    await askDesk(desk.page, 'teams.locate', {
      team,
      base: await tips(team),
      place: '石门村桥头',
      at: Date.now(),
    })
    await desk.page.getByText('在 石门村桥头').first().waitFor()
    await desk.screenshot('dispatch-teams')
    await room('tasks')
    await desk.page.locator('.task-room').waitFor()
    await press('n')
    await desk.page.getByRole('dialog', { name: '下达任务' }).waitFor()
    await type('巡查河堤')
    await press('Tab')
    await desk.page.keyboard.type('zyjjy')
    await desk.page.locator('.ant-select-item-option-active').filter({ hasText: '在 石门村桥头' }).waitFor()
    await desk.screenshot('dispatch-picker')
    await press('Escape')
    await press('Escape')
  })

  async function signIn(): Promise<void> {
    const people = await askDesk(desk.page, 'session.options', null)
    await askDesk(desk.page, 'session.signIn', { person: people[0]?.id ?? '', password: 'qing xi 119' })
    await desk.page.getByRole('navigation').first().waitFor()
  }
})
