import { ipcMain } from 'electron'
import { INVOKE } from '../../shared/ipc/names.ts'
import type { IpcResult } from '../../shared/ipc/result.ts'
import type { Dispatch } from './dispatch.ts'
import { isTrustedSender } from './trustedSender.ts'

/** The only registration with ipcMain. All channels of the contract travel under one name. */
export function registerIpc(dispatch: Dispatch): void {
  ipcMain.handle(INVOKE, async (event, channel: unknown, args: unknown): Promise<IpcResult> => {
    if (!isTrustedSender(event.senderFrame)) {
      return { ok: false, error: { code: 'ipc.badSender', message: 'this page may not ask' } }
    }
    if (typeof channel !== 'string') {
      return { ok: false, error: { code: 'ipc.badArguments', message: 'the channel must be a string' } }
    }
    return dispatch(channel, args)
  })
}
