import type { VerifyReport } from '../../../shared/ipc/store.ts'

/**
 * `shown`: the records are intact, only what is made from them differs, and can be made again. `files`: the records are intact, files
 * of attachments are not.
 */
export type Verdict = 'good' | 'shown' | 'files' | 'bad'

export function verdictOf({ badCount, badSignatures, structure, different, attachments }: VerifyReport): Verdict {
  if (badCount > 0 || badSignatures > 0 || structure === 'damaged') return 'bad'
  if (attachments.damaged.length > 0 || attachments.missing.length > 0) return 'files'
  return different.length > 0 ? 'shown' : 'good'
}

/** How far something is, 0 to 100. */
export function percentOf(done: number, total: number): number {
  return Math.min(100, Math.floor((done / Math.max(1, total)) * 100))
}
