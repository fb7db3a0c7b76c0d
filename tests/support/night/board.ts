import type { Hands } from './hands.ts'
import type { Night } from './stage.ts'

/** S: the head's word by telephone starts the response; the leader on duty commands until he is there. */
export async function startResponse({ desk: { page } }: Night, keys: Hands): Promise<void> {
  await keys.press('s')
  await keys.dialog('启动应急响应').waitFor()
  await keys.focused('谁下的令')
  await keys.goTo(page.getByRole('combobox', { name: '指挥员' }))
  await keys.pick('lf', '刘芳')
  await keys.press('Control+Enter')
  await keys.gone()
  await keys.see(/陈国平下令/)
}

/** M and 记录答复: the head is here and takes the command. */
export async function handOver({ desk: { page } }: Night, keys: Hands): Promise<void> {
  await keys.press('m')
  await keys.dialog('移交指挥').waitFor()
  await keys.focused('移交给谁')
  await keys.pick('cgp', '陈国平')
  await keys.press('Control+Enter')
  await keys.gone()
  await keys.use(page.locator('.board-command').getByRole('button', { name: '记录答复' }))
  await keys.dialog(/的答复/).waitFor()
  await keys.press('Control+Enter')
  await keys.gone()
  await page.locator('.board-command', { hasText: '镇长 陈国平' }).waitFor()
}

/** Ticks steps from the first one on: Enter, ArrowDown. */
export async function tickSteps({ desk: { page } }: Night, keys: Hands, first: number, count: number): Promise<void> {
  const current = page.locator('.board-step[data-current]')
  await keys.press('ArrowDown')
  await current.and(page.locator(':focus')).waitFor()
  await keys.press('Home')
  for (let step = 0; step < first; step += 1) await keys.press('ArrowDown')
  for (let step = 0; step < count; step += 1) {
    const row = page.locator('.board-step').nth(first + step)
    await row.and(page.locator(':focus')).waitFor()
    if ((await row.getAttribute('data-state')) !== 'done') {
      await keys.press('Enter')
      await row.and(page.locator('[data-state="done"]')).waitFor()
    }
    await keys.press('ArrowDown')
  }
}

/** T on the current step: it becomes a task of a team, found by pinyin initials. */
export async function makeTask({ desk: { page } }: Night, keys: Hands, typed: string, team: string): Promise<void> {
  await keys.press('t')
  await keys.dialog(/下达任务/).waitFor()
  await keys.focused('任务')
  await keys.press('Tab')
  await keys.type(typed)
  await page.locator('.ant-select-item-option-active').filter({ hasText: team }).waitFor()
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await keys.gone()
  await page.locator('.board-step[data-state="assigned"]', { hasText: team }).waitFor()
}

/** V, N, then every household by its digit; G hands the count in as a claim. */
export async function evacuate({ desk: { page } }: Night, keys: Hands): Promise<void> {
  const mark = async (name: string, digit: string, state: string) => {
    await page.locator('.evacuation-row[data-current]', { hasText: name }).waitFor()
    await keys.press(digit)
    await page.locator(`.evacuation-row[data-state="${state}"]`, { hasText: name }).waitFor()
  }
  await keys.press('v')
  await page.locator('.evacuation').waitFor()
  await keys.press('n')
  await keys.dialog('下达转移').waitFor()
  await keys.see(/将列入在册重点户 5 户/)
  await keys.fill(page.getByLabel('转移到哪里'), '村小学')
  await keys.press('Control+Enter')
  await keys.gone()
  await mark('李德全', '2', 'refused')
  await mark('李文亮', '1', 'moved')
  await mark('李长明', '1', 'moved')
  await mark('王秀英', '3', 'missing')
  await keys.press('g')
  await keys.see('已作为“转移”的一个说法提交，待值班员采用')
}

/** O: what is cut in the incident's own village. */
export async function reportOutage({ desk: { page } }: Night, keys: Hands, ...names: readonly string[]): Promise<void> {
  await keys.press('o')
  await keys.dialog('记录生命线中断').waitFor()
  for (const name of names) {
    await keys.goTo(page.getByLabel(name, { exact: true }))
    await keys.press('Space')
  }
  await keys.press('Control+Enter')
  await keys.gone()
  await page.locator('.board-lifeline[data-cut]').first().waitFor()
}

/** Q: help is asked of others. */
export async function askHelp({ desk: { page } }: Night, keys: Hands, from: string, what: string): Promise<void> {
  await keys.press('q')
  await keys.dialog('请求支援').waitFor()
  await keys.focused('向谁求援')
  await keys.write(from)
  await keys.press('Escape')
  await keys.fill(page.getByLabel('要什么支援'), what)
  await keys.press('Control+Enter')
  await keys.gone()
  await keys.see(`向${from}：${what}`)
}
