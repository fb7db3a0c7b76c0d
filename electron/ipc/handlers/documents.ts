import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { documentsChannels } from '../../../shared/ipc/documents.ts'
import type { DeskContext } from '../../deskContext.ts'
import { exportTable } from '../../documents/exportTable.ts'
import { savePdf } from '../../documents/savePdf.ts'
import { readHeadCode } from '../../store/headCode.ts'
import { readTownship } from '../../store/repositories/township.ts'

export function documentsHandlers({
  store,
  drill,
  now,
  documentHost,
}: DeskContext): HandlersOf<typeof documentsChannels> {
  return {
    'documents.stamp': () => ({
      headCode: readHeadCode(store.db, store.origin, store.epoch),
      township: readTownship(store.db)?.name ?? '',
      atMs: now(),
      drill: drill.world === 'drill',
    }),
    'documents.exportTable': (table) => exportTable(documentHost, table),
    'documents.savePdf': ({ fileName }) => savePdf(documentHost, fileName),
  }
}
