import type { Locator } from 'playwright-core'
import { askDesk } from '../askDesk.ts'
import { type Keyboard, keyboardOf } from '../keyboard.ts'
import type { Night } from './stage.ts'

/** What an officer at the night's desk sees and does: keys only. */
export interface Hands extends Keyboard {
  see(text: string | RegExp): Promise<void>
  dialog(name: string | RegExp): Locator
  /** Waits until a labelled field has the focus. */
  focused(label: string | RegExp): Promise<void>
  /** Waits until no dialog stands before the page. */
  gone(): Promise<void>
  /** Types a part of a name, or its pinyin initials, into the focused field and takes what it finds. */
  pick(typed: string, found: string): Promise<void>
  /** Opens the board of an incident from the list of those under way. */
  openBoard(title: string | RegExp): Promise<void>
  /** Hears what sounds, one after the other, and answers the sentences. */
  hearAlarms(): Promise<readonly string[]>
}

export function handsOf({ desk: { page } }: Pick<Night, 'desk'>): Hands {
  const keys = keyboardOf(page)
  const open = page.locator('dialog[open]')
  const strip = page.locator('.alarm-strip')
  return {
    ...keys,
    see: (text) => page.getByText(text).first().waitFor(),
    dialog: (name) => page.getByRole('dialog', { name }),
    focused: (label) => page.getByLabel(label).and(page.locator(':focus')).waitFor(),
    gone: () => open.waitFor({ state: 'detached' }),
    async pick(typed, found) {
      await keys.press('Control+A')
      await keys.write(typed)
      await page.locator('.pick-option[aria-selected="true"]', { hasText: found }).waitFor()
      await keys.press('Enter')
    },
    async openBoard(title) {
      await keys.openRoom('处置')
      await keys.use(page.locator('.board-list-row', { hasText: title }))
      await page.locator('.board-head h1', { hasText: title }).waitFor()
    },
    async hearAlarms() {
      const heard: string[] = []
      const sounding = async () => (await askDesk(page, 'alarm.list', null)).alarms.some((alarm) => alarm.sounding)
      while (await sounding()) {
        await strip.waitFor()
        const sentence = (await strip.locator('.alarm-sentence').textContent()) ?? ''
        heard.push(sentence)
        await keys.press('F8')
        await strip.filter({ hasText: sentence }).waitFor({ state: 'detached' })
      }
      return heard
    },
  }
}
