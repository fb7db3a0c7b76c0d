import type { VillageCounts } from '../../../shared/domain/evacuation/events.ts'

/** Null: not said; undefined: no number. */
export function readCount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined
}

/** More people counted than were to be moved: a slip of the hand, or newcomers; the person is asked. Null: nothing to ask about. */
export function beyondShould({ should, moved, refused, missing }: VillageCounts): {
  readonly should: number
  readonly said: number
} | null {
  const said = (moved ?? 0) + (refused ?? 0) + (missing ?? 0)
  return should !== null && said > should ? { should, said } : null
}
