import { openReadOnly } from '../../../shared/node/openDatabase.ts'
import { openReserve } from '../reserve.ts'
import { runJob } from '../workerSide.ts'

export interface QuickCheckInput {
  readonly folder: string
  readonly database: string
}
export type QuickCheckResult = 'sound' | 'damaged'

/** Looks at the structure of the whole file, and puts the reserve in place: both too slow for the way to the window. */
runJob<QuickCheckInput, never, QuickCheckResult>(async ({ folder, database }) => {
  try {
    openReserve(folder).restore()
  } catch (error) {
    console.error('[store] the reserve could not be set aside', String(error))
  }
  const db = openReadOnly(database)
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'sound' : 'damaged'
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return 'damaged'
    throw error
  } finally {
    db.close()
  }
})
