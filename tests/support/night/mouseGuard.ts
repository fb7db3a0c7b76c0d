import type { Page } from 'playwright-core'

/** Watches a page for everything but keys. @returns asks for the presses there were, each as `event element` */
export async function guardMouse(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { mousePresses: seen })
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'click', 'dblclick', 'contextmenu', 'wheel'])
      window.addEventListener(
        kind,
        (event) => {
          // A key presses a button as a click that no pointer counted.
          if (event instanceof MouseEvent && event.type === 'click' && event.detail === 0) return
          seen.push(`${event.type} ${event.target instanceof Element ? event.target.outerHTML.slice(0, 80) : ''}`)
        },
        { capture: true, passive: true },
      )
  })
  const presses = () => page.evaluate(() => (window as unknown as { readonly mousePresses: string[] }).mousePresses)
  // A guard that sees nothing would let everything pass.
  await page.mouse.click(2, 2)
  if ((await presses()).length === 0) throw new Error('the guard does not see the mouse')
  await page.evaluate(() => void (window as unknown as { readonly mousePresses: string[] }).mousePresses.splice(0))
  return presses
}
