import { z } from 'zod'
import type { Role } from '../domain/values.ts'
import { channel } from './channel.ts'

/** Who uses this console now. `empty`: no township has been set up yet. */
export type SessionState =
  | { readonly state: 'empty' }
  | { readonly state: 'signedOut' }
  | {
      readonly state: 'signedIn'
      readonly person: { readonly id: string; readonly name: string; readonly roles: readonly Role[] }
    }

export const sessionChannels = {
  'session.current': channel(z.null()).answers<SessionState>(),
} as const
