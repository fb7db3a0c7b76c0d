import { contract } from '../../shared/ipc/contract.ts'
import { openChannels } from '../../shared/ipc/openChannels.ts'
import { createDesk, type Desk, type DeskChange, type DeskOptions } from '../desk.ts'
import type { DocumentHost } from '../documents/documentHost.ts'
import type { ConsoleOptions } from '../options.ts'
import { readProgramVersion } from '../programVersion.ts'
import { bareShell, type ShellHost } from '../shellHost.ts'
import { upgradeFolder } from '../store/projections/upgradeFolder.ts'
import { LongRebuild, type RebuildProgress } from '../store/projections/upToDate.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'

/** Events whose projections take a fifth of a second or so: not worth a thread. */
const LONGEST_REBUILD_IN_MAIN = 2_000

/** The desk as its hosts see it: questions, the change feed, and an end. */
export interface OpenConsole {
  readonly dispatch: Dispatch
  onChange(listener: (change: DeskChange) => void): () => void
  /** See Desk.wake. */
  wake(): void
  /** Whether its store still answers. */
  isSound(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the desk on a data folder and puts the console API before it; used by Electron's main and by the browser host. */
export async function openConsole(
  dataFolder: string,
  options: ConsoleOptions,
  documentHost: DocumentHost = {},
  shell: ShellHost = bareShell,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Promise<OpenConsole> {
  const deskOptions: DeskOptions = {
    dataFolder,
    hub: options.hub,
    demoLinks: options.demoLinks,
    version: readProgramVersion(),
    documentHost,
    shell,
  }
  const desk = await openDesk(deskOptions, onProgress)
  const dispatch = createDispatch(
    contract,
    desk.handlers,
    (channel, error) => console.error(`[ipc] ${channel}`, error),
    (channel) => openChannels.has(channel) || desk.context.session.current() !== null,
  )
  return {
    dispatch,
    onChange: (listener) => desk.onChange(listener),
    wake: () => desk.wake(),
    isSound: async () => desk.isSound(),
    close: () => desk.close(),
  }
}

/** The first start after an upgrade: a long log is brought up to date in a thread while the window says so. */
async function openDesk(options: DeskOptions, onProgress: (progress: RebuildProgress) => void): Promise<Desk> {
  try {
    return createDesk({ ...options, longestRebuild: LONGEST_REBUILD_IN_MAIN })
  } catch (error) {
    if (!(error instanceof LongRebuild)) throw error
  }
  try {
    await upgradeFolder(options.dataFolder, onProgress)
  } catch (error) {
    // Opened here it takes longer, but may use the reserve of a full disk, and what stands in the way is said in words.
    console.error('[store] the upgrade in a thread failed', error)
  }
  return createDesk(options)
}
