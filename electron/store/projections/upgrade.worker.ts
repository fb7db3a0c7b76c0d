import { openFolder } from '../openFolder.ts'
import { runJob } from '../workerSide.ts'
import type { UpgradeInput } from './upgradeFolder.ts'
import type { RebuildProgress } from './upToDate.ts'

runJob<UpgradeInput, RebuildProgress, null>(async ({ folder }, side) => {
  openFolder(folder, Date.now, { onStep: side.tell }).close()
  return null
})
