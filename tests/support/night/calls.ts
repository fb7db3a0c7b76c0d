import { expect } from 'vitest'
import type { Hands } from './hands.ts'
import type { Night } from './stage.ts'

/** Opens the form for a call, or goes on in the one that is open. */
export async function openIntake({ desk: { page } }: Night, keys: Hands): Promise<void> {
  if ((await page.getByRole('form', { name: '接报' }).count()) === 0) await keys.press('F2')
  await page.locator('[data-field="line"] textarea:focus').waitFor()
}

/**
 * Takes a call in one line, as fast as the keys go, until 已记录.
 * @param into part of the title of the incident it belongs to; null: a new one
 * @returns the number of the call
 */
export async function takeCall(night: Night, keys: Hands, line: string, into: string | null): Promise<string> {
  await openIntake(night, keys)
  await keys.write(line)
  return recordCall(night, keys, into)
}

/** Records the call in hand: Enter, and the digit of the incident when the desk asks. */
export async function recordCall({ desk: { page } }: Night, keys: Hands, into: string | null): Promise<string> {
  const last = page.locator('.intake-recorded-last strong')
  const asking = page.locator('.intake-asking')
  const lastNo = async () => ((await last.count()) > 0 ? await last.textContent() : '')
  const before = await lastNo()
  await keys.press('Enter')
  await expect
    .poll(async () => (await asking.count()) > 0 || (await lastNo()) !== before, { timeout: 15_000 })
    .toBe(true)
  if ((await asking.count()) > 0) {
    await asking.locator('button:focus').waitFor()
    const digit =
      into === null ? '0' : await asking.locator('.intake-candidate', { hasText: into }).locator('kbd').textContent()
    await keys.press(digit ?? '')
  }
  await expect.poll(lastNo, { timeout: 15_000 }).not.toBe(before)
  await page.locator('[data-field="line"] textarea:focus').waitFor()
  return /\d{4}-A\d+/.exec((await lastNo()) ?? '')?.[0] ?? ''
}

/** What came over the telephone between 02:40 and 02:54. */
export const FIRST_CALL = '村民王建国13900000101打来电话，李家湾村二组沟口山洪下来了，冲了两间房，有三个人被困'
export const SLIDE_CALL = '石门村三组后山滑坡，堵了半条路，没有人受伤，村支书孙涛打来的13900000201'
export const GAS_CALL = '王家坪村农贸市场门口燃气管道被挖断了，闻到很重的气味，已疏散二十来个人，派出所通报'
export const MORE_CALLS = [
  '李家湾村二组，山洪，说有两个人失踪，网格员小李报的',
  '110转来的，李家湾村二组山洪，被困五个人，要冲锋舟',
  '李家湾村支书李建国13800000112：二组山洪，失踪一人，已经转移12户35人',
  '李家湾村村民说二组山洪冲走了一辆车，车上有没有人不知道',
  '李家湾二组沟口山洪，有人受伤，两三个人，要救护车',
  '12345转来，李家湾村山洪，淹了八户',
] as const
/** Interrupted in the middle by a change of person. */
export const CHANGING_CALL = ['李家湾村二组山洪，村医', '说受伤3人，都送到村卫生室了'] as const
export const COUNTY_CALL = '县应急局问李家湾村山洪，要求半小时内报失踪人数'
export const CORRECTING_CALL = '李家湾村二组山洪，网格员小李更正：失踪的是一个人，另一个找到了，已经转移15户46人'
