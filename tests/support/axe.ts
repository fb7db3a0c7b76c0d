import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** What we ask of every screen: the levels A and AA of WCAG 2.2, and axe's own best practices. */
const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  rules: {
    // antd's date popup: its own markup, not ours.
    'label-content-name-mismatch': { enabled: false },
  },
}

/**
 * Serious and critical violations on the page as it stands, a line each with the elements; empty is what a test wants.
 * @param only ids of axe's rules, to look at nothing else.
 */
export async function listViolations(page: Page, only?: readonly string[]): Promise<string[]> {
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  if (!(await page.evaluate(() => 'axe' in window)))
    // Evaluated by the debugger, which the page's own policy does not bind.
    await page.evaluate(readFileSync(script, 'utf8'))
  const results = await page.evaluate(
    (options) => (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
    only ? { ...OPTIONS, runOnly: { type: 'rule' as const, values: [...only] } } : OPTIONS,
  )
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join('\n  ')}`,
    )
}
