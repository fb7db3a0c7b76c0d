import { ipcMain } from 'electron'
import { INVOKE } from '../../shared/ipc/names.ts'
import type { IpcResult } from '../../shared/ipc/result.ts'
import type { Dispatch } from './dispatch.ts'
import { isTrustedSender } from './trustedSender.ts'

/**
 * The only registration with ipcMain. All channels of the contract travel under one name. `opening` resolves when the desk
 * is open: the window paints meanwhile, and its first questions wait here.
 */
export function registerIpc(opening: Promise<Dispatch>): void {
  ipcMain.handle(INVOKE, async (event, channel: unknown, args: unknown): Promise<IpcResult> => {
    if (!isTrustedSender(event.senderFrame)) {
      return { ok: false, error: { code: 'ipc.badSender', message: 'this page may not ask' } }
    }
    if (typeof channel !== 'string') {
      return { ok: false, error: { code: 'ipc.badArguments', message: 'the channel must be a string' } }
    }
    try {
      const dispatch = await opening
      return await dispatch(channel, args)
    } catch (error) {
      return { ok: false, error: { code: 'ipc.notOpen', message: error instanceof Error ? error.message : 'not open' } }
    }
  })
}
