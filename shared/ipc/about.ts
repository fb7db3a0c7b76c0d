import { z } from 'zod'
import { channel } from './channel.ts'

/** What this console is, for the settings and for whoever is called for help. */
export interface About {
  readonly version: string
  /** Id of the device's key; the first 8 digits are enough to name it on the phone. */
  readonly device: string
  readonly dataFolder: string
}

export const aboutChannels = {
  'about.console': channel(z.null()).answers<About>(),
} as const
