import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import words from '../../resources/import/householdColumns.json' with { type: 'json' }
import { type HouseholdWords, readHouseholdSheets } from '../../shared/domain/household/sheet.ts'
import { readGrids } from './readGrids.ts'
import type { HouseholdsInput, HouseholdsRead } from './readHouseholds.ts'

async function read({ fileName, base64, villages }: HouseholdsInput): Promise<HouseholdsRead> {
  const bytes = Buffer.from(base64, 'base64')
  const result = await readGrids(bytes, fileName)
  if (!result.ok) return result
  const rows = readHouseholdSheets(result.grids, words as HouseholdWords, villages)
  if (rows === null || rows.length === 0) return { ok: false, why: 'noHouseholds' }
  return { ok: true, sha256: createHash('sha256').update(bytes).digest('hex'), rows }
}

void read(workerData as HouseholdsInput).then((answer) => parentPort?.postMessage(answer))
