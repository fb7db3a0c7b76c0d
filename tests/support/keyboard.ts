import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any screen has between two fields. */
const MOST_STOPS = 80

/** What a person without a mouse does: keys only, and the focus goes where keys take it. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>
  /** Key by key. */
  type(text: string): Promise<void>
  /** As an input method puts words in. */
  write(text: string): Promise<void>
  /** Presses a key, Tab if none is given, until `target` has the focus. @throws when it cannot be reached. */
  goTo(target: Locator, key?: string): Promise<void>
  /** Goes to a field and replaces what stands there. */
  fill(target: Locator, text: string): Promise<void>
  /** Goes to a button and presses Enter. */
  use(target: Locator): Promise<void>
  /** Alt and the room's place in the rail. */
  openRoom(name: string): Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page
  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)
  async function goTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor({ state: 'attached' })
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return
      await keyboard.press(key)
    }
    throw new Error(`${String(target)} cannot be reached with ${key}`)
  }
  return {
    async press(...keys) {
      for (const key of keys) await keyboard.press(key)
    },
    type: (text) => keyboard.type(text),
    write: (text) => keyboard.insertText(text),
    goTo,
    async fill(target, text) {
      await goTo(target)
      await keyboard.press('Control+A')
      await keyboard.insertText(text)
    },
    async use(target) {
      await goTo(target)
      await keyboard.press('Enter')
    },
    async openRoom(name) {
      const room = page.getByRole('navigation', { name: '功能区' }).getByRole('link', { name, exact: true })
      const key = await room.getAttribute('aria-keyshortcuts')
      expect(key).toMatch(/^Alt\+[\d=-]$/)
      await keyboard.press(key ?? '')
      await expect.poll(() => room.getAttribute('aria-current'), { timeout: 20_000 }).toBe('page')
    },
  }
}
