import { contract } from '../../shared/ipc/contract.ts'
import { openChannels } from '../../shared/ipc/openChannels.ts'
import { createDesk, type DeskChange } from '../desk.ts'
import type { DocumentHost } from '../documents/documentHost.ts'
import type { ConsoleOptions } from '../options.ts'
import { readProgramVersion } from '../programVersion.ts'
import { bareShell, type ShellHost } from '../shellHost.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'

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
): Promise<OpenConsole> {
  const desk = createDesk({
    dataFolder,
    hub: options.hub,
    demoLinks: options.demoLinks,
    version: readProgramVersion(),
    documentHost,
    shell,
  })
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
