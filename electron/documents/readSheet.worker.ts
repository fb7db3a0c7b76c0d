import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import words from '../../resources/import/teamColumns.json' with { type: 'json' }
import { interpretRoster } from '../../shared/domain/team/roster/interpret.ts'
import type { RosterNotice, RosterTable, RosterWords } from '../../shared/domain/team/roster/table.ts'
import { readGrids } from './readGrids.ts'
import type { RosterFile, RosterFileRead } from './readRoster.ts'

async function read({ fileName, base64 }: RosterFile): Promise<RosterFileRead> {
  const bytes = Buffer.from(base64, 'base64')
  const result = await readGrids(bytes, fileName)
  if (!result.ok) return result
  const { sheets, notices } = interpretRoster(result.grids, words as RosterWords)
  const hidden = result.hidden.map((sheet): RosterNotice => ({ code: 'hiddenSheet', sheet, at: '', text: '' }))
  const table: RosterTable = { sheets, notices: [...hidden, ...notices] }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, sha256, sheets: sheets.length, table: JSON.stringify(table) }
}

void read(workerData as RosterFile).then((answer) => parentPort?.postMessage(answer))
