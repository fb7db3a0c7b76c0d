import { join } from 'node:path'
import { expect } from 'vitest'
import { askDesk } from '../askDesk.ts'
import { makeFolder } from '../deskFixture.ts'
import { type Hands, handsOf } from './hands.ts'
import { saveWord } from './reporting.ts'
import { type Night, setStage } from './stage.ts'

export const FLOOD = '李家湾村二组沟口山洪'
export const SLIDE = '石门村三组后山'
export const GAS = '王家坪村'

/** A night as its acts go through it. */
export interface Story {
  readonly night: Night
  readonly keys: Hands
  /** Where its papers are saved; their paths in the order of writing. */
  readonly folder: string
  readonly papers: readonly string[]
  /** Id of the incident everybody calls about, once it is open. */
  flood(): Promise<string>
  /** Time passes until a minute of the night; nothing was missed when it has. */
  until(minute: number): Promise<void>
  /** Writes test-results/night-<name>.png. */
  shot(name: string): Promise<string>
  /** Waits until a block of the head's view says all of it. */
  see(block: string, ...texts: readonly string[]): Promise<void>
  /** The figures of the head's view by name. */
  figures(): Promise<Readonly<Record<string, string>>>
  /** W: saves the report on screen as Word. */
  word(name: string): Promise<void>
  /** Goes to one of the claims by arrows and adopts it. */
  adopt(figure: string, amount: string, source: string): Promise<void>
  /** Escape: leaves what stands before the page. */
  leave(): Promise<void>
  /** How the links stand, what waits. */
  sync(): ReturnType<typeof readSync>
}

const readSync = ({ desk }: Night) => askDesk(desk.page, 'sync.state', null)

export async function beginStory(day: string, time: string): Promise<Story> {
  const night = await setStage(day, time)
  const { page } = night.desk
  const keys = handsOf(night)
  const folder = makeFolder()
  const papers: string[] = []
  const flood = async (): Promise<string> => {
    const { rows } = await askDesk(page, 'incident.page', {
      filter: {},
      sort: 'openedMs',
      descending: false,
      offset: 0,
      limit: 1,
    })
    return rows[0]?.id ?? ''
  }
  return {
    night,
    keys,
    folder,
    papers,
    flood,
    async until(minute) {
      await night.clock.goTo(minute)
      const { alarms } = await askDesk(page, 'alarm.list', null)
      expect(alarms.filter(({ stage, wantsReason }) => stage === 'red' || wantsReason)).toEqual([])
    },
    shot: (name) => night.desk.screenshot(`night-${name}`),
    async see(block, ...texts) {
      for (const hasText of texts) await page.locator(`[data-block="${block}"]`, { hasText }).waitFor()
    },
    figures: () =>
      page
        .locator('.situation-figures > div')
        .evaluateAll((all) =>
          Object.fromEntries(
            all.map((one) => ['dt', 'dd strong'].map((part) => one.querySelector(part)?.textContent ?? '')),
          ),
        ),
    async word(name) {
      const path = join(folder, `night-${name}.docx`)
      await saveWord(night, keys, path)
      papers.push(path)
    },
    async adopt(figure, amount, source) {
      const rows = page.locator('.incident-figures tbody tr')
      const row = rows.filter({ has: page.getByRole('rowheader', { name: figure }) })
      const claim = row.locator('li').filter({ hasText: amount }).filter({ hasText: source }).first()
      await keys.goTo(claim.getByRole('button', { name: '采用' }), 'ArrowDown')
      await keys.press('Enter')
      await row.locator('.incident-official', { hasText: amount }).waitFor()
    },
    async leave() {
      await keys.press('Escape')
      await keys.gone()
    },
    sync: () => readSync(night),
  }
}
