import type { Candidate } from '../../../shared/ipc/calls.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readSurvivors } from './merged.ts'

const DAY_MS = 24 * 3_600_000
/** One key each: 1 to 9. */
const MOST = 9

interface Row extends Omit<Candidate, 'sameVillage' | 'sameType'> {
  readonly sameVillage: number
  readonly sameType: number
}

/**
 * Incidents a new call may belong to: open ones in that village or of that type, opened or called about in the 24 hours before
 * `nowMs`. Those that match both come first, then the newest.
 */
export function readCandidates(
  db: ReadableDb,
  { village, type }: { readonly village: string | null; readonly type: string | null },
  nowMs: number,
): readonly Candidate[] {
  const since = nowMs - DAY_MS
  return db
    .prepare<unknown[], Row>(
      `WITH recent (id) AS (
         SELECT id FROM incident WHERE standing = 'open' AND opened_ms >= :since
         UNION
         SELECT i.root FROM call c JOIN incident i ON i.id = c.incident WHERE c.reported_ms >= :since
       )
       SELECT i.id, i.no, i.title, i.level, i.phase, i.village_name AS villageName, i.type, i.type_name AS typeName,
         i.opened_ms AS openedMs,
         (SELECT count(*) FROM incident m JOIN call c ON c.incident = m.id WHERE m.root = i.id AND c.voided = 0) AS calls,
         i.village IN (SELECT value FROM json_each(:villages)) AS sameVillage, i.type <> '' AND i.type = :type AS sameType
       FROM recent JOIN incident i ON i.id = recent.id
       WHERE i.standing = 'open' AND i.phase NOT IN ('ended', 'archived') AND (sameVillage OR sameType)
       ORDER BY sameVillage + sameType DESC, i.opened_ms DESC, i.no DESC LIMIT :most`,
    )
    .all({ since, villages: JSON.stringify(aliasesOf(db, village)), type: type ?? '', most: MOST })
    .map((row) => ({ ...row, sameVillage: row.sameVillage === 1, sameType: row.sameType === 1 }))
}

/** The village under every id it was ever entered with. */
function aliasesOf(db: ReadableDb, village: string | null): readonly string[] {
  if (!village) return []
  const survivors = readSurvivors(db, 'village')
  return survivors.aliases(survivors.of(village))
}
