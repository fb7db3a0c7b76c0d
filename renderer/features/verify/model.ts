import type { VerifyReport } from '../../../shared/ipc/store.ts'

/** `shown`: the records are intact, only what is made from them differs, and can be made again. */
export type Verdict = 'good' | 'shown' | 'bad'

export function verdictOf({ badCount, badSignatures, structure, different }: VerifyReport): Verdict {
  if (badCount > 0 || badSignatures > 0 || structure === 'damaged') return 'bad'
  return different.length > 0 ? 'shown' : 'good'
}
