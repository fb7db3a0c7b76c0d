import { openReadOnly } from '../../../shared/node/openDatabase.ts'
import { isWhole } from '../check/whole.ts'
import { runJob } from '../workerSide.ts'

export interface CheckBackupInput {
  readonly path: string
}

/** Whether a backup still is what it was when it was taken. */
runJob<CheckBackupInput, never, boolean>(async ({ path }) => {
  const db = openReadOnly(path)
  try {
    return isWhole(db)
  } finally {
    db.close()
  }
})
