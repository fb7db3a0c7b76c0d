// A duty officer's hands: what the end-to-end stories do at the desk, by keyboard alone.
import type { Page } from 'playwright-core'
import { keyboardOf } from './keyboard.ts'

const PASSWORD = 'qing xi 119'

/** The first run: 清溪镇 with three villages, 陈明 its administrator and duty officer. Ends on the recovery sheet. */
export async function foundTownship(page: Page): Promise<void> {
  const { press, type, write } = keyboardOf(page)
  const typeNext = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await press('Tab')
      await type(text)
    }
  }
  await page.getByRole('button', { name: '新建乡镇' }).waitFor()
  await press('Enter')
  await page.getByLabel('所属县').waitFor()
  await write('青石县')
  await typeNext('清溪镇', '510124103')
  await press('Enter')
  await page.getByLabel('村（社区）名称').waitFor()
  await write('李家湾村\n王家坪村\n石门村')
  await press('Control+Enter')
  await page.getByLabel('管理员姓名').waitFor()
  await write('陈明')
  await typeNext('应急办主任', '13800000001', PASSWORD, PASSWORD)
  await press('Tab')
  await typeNext('值班室主机')
  await press('Enter')
  await page.getByRole('dialog', { name: '恢复码' }).waitFor()
}

/** 陈明 signs in by name and password, and the frame is there. */
export async function signIn(page: Page): Promise<void> {
  const { press, type, write, goTo } = keyboardOf(page)
  await goTo(page.getByRole('combobox', { name: '姓名' }))
  await write('陈明')
  await press('Enter')
  await goTo(page.locator('[data-secret] input'))
  await type(PASSWORD)
  await press('Enter')
  await page.getByRole('navigation', { name: '功能区' }).waitFor()
}

/** One step of the open task by its digit; the desk has said that it is recorded when this ends. */
export async function reportStep(page: Page, digit: string, step: string, note = ''): Promise<void> {
  const { press, write } = keyboardOf(page)
  // The task is on screen and no dialog stands before it: only then the digits are its own.
  await page
    .locator('.task-detail')
    .getByRole('button', { name: new RegExp(step), disabled: false })
    .first()
    .waitFor()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await press(digit)
  await page.getByRole('form', { name: new RegExp(step) }).waitFor()
  if (note) await write(note)
  await press('Enter')
  await page.getByText(`已记录“${step}”`).waitFor()
}
