import { startJob } from '../workerJob.ts'
import type { RebuildProgress } from './upToDate.ts'

export interface UpgradeInput {
  readonly folder: string
}

/**
 * Brings the database of a data folder up to date in a thread of its own, so that the window lives meanwhile. Nobody else may
 * have it open. Killed half-way it changes nothing: the rebuild is one transaction.
 */
export async function upgradeFolder(folder: string, onProgress: (progress: RebuildProgress) => void): Promise<void> {
  const input: UpgradeInput = { folder }
  await startJob<RebuildProgress, null>('store/projections/upgrade.worker.ts', input, onProgress).done
}
