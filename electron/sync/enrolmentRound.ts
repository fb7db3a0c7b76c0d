import type { LinkRunner } from '../links/linkRunner.ts'
import type { SyncStore, WaitReason } from './ports.ts'

/** What came of an enrolment: `pending` means that the hub could not be asked yet; it will be, without anybody's doing. */
export type EnrolOutcome =
  | { readonly outcome: 'enrolled' }
  | { readonly outcome: 'refused' | 'pending'; readonly reason: WaitReason }

/** Refusals that only another code can cure. */
const CODE_REFUSALS: readonly WaitReason[] = [
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'wrongTownship',
  'townshipFull',
  'revoked',
  'hubKeyChanged',
  'wrongHub',
  'badSignature',
]

/** Asks the hub for admission over one link after another: two at once would show it one code twice. */
export interface EnrolmentRound {
  /** Whether it is this link's turn to ask. */
  isTurnOf(link: string): boolean
  /** A new round, from the first link on. @returns the first answer, or the first failure to reach the hub. */
  begin(): Promise<EnrolOutcome>
  /** The same without anybody waiting for it. */
  restart(): void
  settle(outcome: EnrolOutcome): void
  /** A connection ended. @returns whether the next link has to try. */
  failed(reason: WaitReason): boolean
}

export function createEnrolmentRound(
  store: Pick<SyncStore, 'pendingEnrolment' | 'savePendingEnrolment'>,
  runners: () => readonly LinkRunner[],
  attempt: (work: () => void) => void,
): EnrolmentRound {
  let turn = 0
  let tell: ((outcome: EnrolOutcome) => void) | null = null

  function settle(outcome: EnrolOutcome): void {
    tell?.(outcome)
    tell = null
  }

  return {
    isTurnOf(link) {
      const able = runners().filter((runner) => !runner.machine().forbidden)
      return able[turn % Math.max(1, able.length)]?.link.settings.id === link
    },
    begin() {
      return new Promise((resolve) => {
        tell = resolve
        turn = 0
      })
    },
    restart() {
      turn = 0
    },
    settle,
    failed(reason) {
      const pending = store.pendingEnrolment() !== null
      const refused = pending && CODE_REFUSALS.includes(reason)
      if (refused) attempt(() => store.savePendingEnrolment(null))
      settle({ outcome: refused ? 'refused' : 'pending', reason })
      if (!pending || refused || runners().length < 2) return false
      turn += 1
      return true
    },
  }
}
