import { ipcMain, type WebFrameMain } from 'electron'
import { INVOKE } from '../../shared/ipc/names.ts'
import type { IpcResult } from '../../shared/ipc/result.ts'
import { APP_ORIGIN } from '../shell/appOrigin.ts'
import type { Dispatch } from './dispatch.ts'

/** Only our own page's top frame may speak: not a frame inside it, not a page of another origin. */
export function isTrustedSender(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`)
}

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
