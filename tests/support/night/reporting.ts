import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { waitFor } from '../waitFor.ts'
import type { Hands } from './hands.ts'
import { type Night, PASSWORD } from './stage.ts'

/** K: the telephone call to the county is written down. */
export async function noteCall({ desk: { page } }: Night, keys: Hands, person: string): Promise<void> {
  await keys.press('k')
  await keys.dialog('记录已报告').waitFor()
  await keys.fill(page.getByLabel('接听人'), person)
  await keys.press('Control+Enter')
  await keys.gone()
  await page.getByRole('region', { name: '信息报告' }).getByText(person).first().waitFor()
}

/** P: the report is drafted from what was entered, with its kind; what stands in it is answered. Ends on the report's page. */
export async function draftReport(
  { desk: { page } }: Night,
  keys: Hands,
  kind: '首报' | '续报' | '终报',
  more: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  await keys.press('p')
  await keys.dialog(/拟报告/).waitFor()
  const chosen = page.locator('.dialog input[type="radio"]:checked')
  await chosen.and(page.locator(':focus')).waitFor()
  const radio = page.getByRole('radio', { name: kind })
  if (!(await radio.isChecked())) {
    await keys.goTo(radio, 'ArrowRight')
    await expect.poll(() => page.getByLabel('标题').inputValue()).toContain(kind)
  }
  for (const [label, text] of Object.entries(more)) await keys.fill(page.getByLabel(label), text)
  const content = await page
    .locator('.dialog')
    .locator('input[type="text"], textarea')
    .evaluateAll((fields) =>
      Object.fromEntries(
        fields.map((field) => {
          const { labels, value } = field as HTMLInputElement
          return [labels?.[0]?.textContent ?? '', value]
        }),
      ),
    )
  await keys.press('Control+Enter')
  await page.locator('.report-page').waitFor()
  await page.locator('.report-page .paper').waitFor()
  return content
}

/** Q: the leader on duty signs in place; the officer stays signed in. */
export async function signReport({ desk: { page } }: Night, keys: Hands): Promise<void> {
  await keys.press('q')
  await keys.focused('刘芳的登录密码')
  await keys.write(PASSWORD.刘芳)
  await keys.press('Enter')
  await page.locator('.report-page').getByText('签发人：刘芳').waitFor()
}

/** F: it goes to the usual places. */
export async function sendReport({ desk: { page } }: Night, keys: Hands): Promise<void> {
  await keys.press('f')
  await page.getByRole('form', { name: '发出' }).waitFor()
  await keys.press('Control+Enter')
  await page.locator('.report-page .tag', { hasText: /已发出|已送达县|待送县/ }).waitFor()
}

/** W: the Word document; the test's own answer to the system's file dialog is `path`. */
export async function saveWord({ desk: { app } }: Night, keys: Hands, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
  }, path)
  await keys.press('w')
  await waitFor(() => existsSync(path), Boolean)
}

/** Drafted, signed, sent; ends on the board. */
export async function report(
  night: Night,
  keys: Hands,
  kind: '首报' | '续报' | '终报',
  more: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const content = await draftReport(night, keys, kind, more)
  await signReport(night, keys)
  await sendReport(night, keys)
  return content
}
