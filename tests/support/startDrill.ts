import { ask } from './ask.ts'
import type { TestDesk } from './deskFixture.ts'

/** 开始演练 at this desk, for two hours. */
export function startDrill({ desk, clock }: Pick<TestDesk, 'desk' | 'clock'>, name = '防汛演练'): void {
  ask(desk, 'drill.start', { name, plannedEnd: clock.now() + 2 * 3_600_000 })
}
