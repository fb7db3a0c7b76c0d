import { APP_ORIGIN } from '../shell/appOrigin.ts'

/** The part of Electron's WebFrameMain that says who is asking. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Only our own page's top frame may speak: not a frame inside it, not a page of another origin, not one already gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`)
}
