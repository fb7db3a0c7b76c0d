import type { DeskContext } from '../deskContext.ts'
import type { Keeper } from '../store/care/keeper.ts'
import { consoleEntity } from './consoles.ts'
import { requireRole } from './requireRole.ts'

/**
 * 恢复备份: an administrator goes back to a backup. Nothing is lost by it: the file before it is kept, and what only it holds is
 * brought back in the background. @throws {StoreError} noBackup, backupDamaged, full: nothing was changed.
 */
export async function restoreBackup(
  context: DeskContext,
  keeper: Pick<Keeper, 'restore'>,
  { atMs, reason }: { atMs: number; reason: string },
): Promise<{ readonly restored: boolean }> {
  requireRole(context, 'store.restore')
  const { store, session } = context
  const author = session.author()
  if (!(await keeper.restore(atMs))) return { restored: false }
  store.append([{ kind: 'console.backupRestored', entity: consoleEntity(store), body: { backupAt: atMs, reason } }], {
    author,
  })
  return { restored: true }
}
