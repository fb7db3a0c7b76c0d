import { beijingDay } from '../../shared/domain/beijing.ts'
import { formatNumber, parseNumber } from '../../shared/domain/numbers.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { DeskContext } from '../deskContext.ts'
import { readSetting } from '../store/settings.ts'

/** What has numbers of its own; the aggregate whose event carries the number as its body's member `no`. */
export type Series = 'call' | 'incident' | 'task' | 'report'

/** Local setting: the letter this console was registered with. */
export const LETTER_SETTING = 'letter'

export function consoleLetter(db: ReadableDb): string {
  const letter = readSetting(db, LETTER_SETTING)
  return typeof letter === 'string' ? letter : 'A'
}

/**
 * The next number of a series at this console, e.g. 0714-A03, in a drill 演-0714-A03, which uses up no real one. It counts what the log holds, so a number is given once the
 * event that carries it as `no` is appended: ask and append without waiting in between. Never reused, also when the record is void.
 */
export function nextNumber(
  { store, now, drill }: Pick<DeskContext, 'store' | 'now' | 'drill'>,
  series: Series,
): string {
  const letter = consoleLetter(store.db)
  const day = beijingDay(now())
  // Earlier drills are not shown in this one, but their numbers stay given.
  const row = (drill.now ? drill.real.drills.all : store.db)
    .prepare<[string, string, string], { last: number | null }>(
      'SELECT max(counter) AS last FROM human_number WHERE series = ? AND day = ? AND letter = ?',
    )
    .get(series, day, letter)
  return formatNumber(day, letter, (row?.last ?? 0) + 1, drill.world)
}

/** As many numbers of a series, for records that are appended together. */
export function nextNumbers(
  context: Pick<DeskContext, 'store' | 'now' | 'drill'>,
  series: Series,
  count: number,
): readonly string[] {
  const day = beijingDay(context.now())
  const first = parseNumber(nextNumber(context, series))
  return Array.from({ length: count }, (_, index) =>
    formatNumber(day, first?.letter ?? 'A', (first?.counter ?? 1) + index, context.drill.world),
  )
}
