import { z } from 'zod'
import { townshipCreated } from '../domain/township/events.ts'
import { requiredText, shortText } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { RecoverySheet } from './session.ts'

const setUpTownship = z.object({
  township: townshipCreated,
  /** Names, in the order of the list that was pasted. */
  villages: z.array(shortText).max(500),
  administrator: z.object({
    name: requiredText,
    post: shortText,
    phone: shortText,
    password: z.string().max(200),
    /** In a small township the administrator also sits at the desk: then both roles. */
    alsoOnDuty: z.boolean(),
  }),
  console: z.object({ letter: z.string().regex(/^[A-Z]{1,3}$/), name: requiredText }),
})
export type SetUpTownship = z.output<typeof setUpTownship>

export const setupChannels = {
  'setup.create': channel(setUpTownship).answers<RecoverySheet>(),
} as const
