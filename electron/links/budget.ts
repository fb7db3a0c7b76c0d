import { beijingDay } from '../../shared/domain/beijing.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { LinkUse, LinkUseStore } from '../sync/ports.ts'
import type { LinkRules } from './linkRules.ts'

/** What one link costs today, and whether it may carry more. A day's budget is full again at midnight, Beijing time. */
export interface Budget {
  /** A connection was opened at a moment of the monotonic clock. */
  opened(monotonic: number): void
  closed(monotonic: number): void
  count(sent: number, received: number): void
  today(): LinkUse
  /** Routine stops before the reserve, commands at the end of the budget, flash never: it may save a life. */
  mayCarry(lane: Lane): boolean
  /** Writes what is not kept yet. */
  save(): void
}

interface BudgetPorts {
  readonly settings: LinkSettings
  readonly rules: LinkRules
  readonly uses: LinkUseStore
  /** Wall clock, ms since 1970. */
  readonly now: () => number
}

export function createBudget({ settings, rules, uses, now }: BudgetPorts): Budget {
  let use = uses.read(settings.id)
  let kept = use
  /** What the open session has cost so far by its bytes alone, and since when it is open. */
  let session: { readonly since: number; bytes: number } | null = null

  function today(): LinkUse {
    const day = beijingDay(now())
    if (use?.day !== day) use = { day, sent: 0, received: 0, billed: 0 }
    return use
  }

  return {
    opened(monotonic) {
      session = { since: monotonic, bytes: 0 }
    },
    closed(monotonic) {
      if (session && settings.billing === 'session') {
        const { leastBytes, bytesPerSecond } = rules.session
        const held = Math.round(((monotonic - session.since) / 1_000) * bytesPerSecond)
        const extra = Math.max(leastBytes, held, session.bytes) - session.bytes
        use = { ...today(), billed: today().billed + extra }
      }
      session = null
    },
    count(sent, received) {
      const before = today()
      use = {
        ...before,
        sent: before.sent + sent,
        received: before.received + received,
        billed: before.billed + sent + received,
      }
      if (session) session.bytes += sent + received
    },
    today,
    mayCarry(lane) {
      if (settings.budgetBytes === null || lane === 0) return true
      const share = lane === 2 ? 1 - rules.reservePercent / 100 : 1
      return today().billed < settings.budgetBytes * share
    },
    save() {
      if (!use || use === kept) return
      uses.save(settings.id, use)
      kept = use
    },
  }
}
