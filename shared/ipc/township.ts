import { z } from 'zod'
import type { Holder } from '../domain/duty/duty.ts'
import { POSTS } from '../domain/duty/events.ts'
import { divisionCorrected, MODES, type Mode, type Organisation, organisation } from '../domain/township/events.ts'
import { entityId, longText, reason, requiredText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'

/** Who holds a post of the shift: nobody yet, one, or more who took it over at the same time at other consoles (并发). */
export interface DutyPost {
  readonly tips: readonly string[]
  readonly holders: readonly Holder[]
}

/** What stands at the top of every screen. */
export interface TownshipNow {
  readonly tips: readonly string[]
  readonly name: string
  readonly county: string
  readonly division: string
  readonly organisation: Organisation
  readonly mode: Mode
  readonly officer: DutyPost
  readonly leader: DutyPost
}

/** One of the township's consoles. */
export interface ConsoleLine {
  readonly id: string
  readonly letter: string
  readonly name: string
  readonly own: boolean
}

export const townshipChannels = {
  /** Null before set-up. */
  'township.now': channel(z.null()).answers<TownshipNow | null>(),
  'township.edit': channel(
    z.object({
      base: versions,
      set: z.object({ name: requiredText, county: requiredText, organisation }).partial(),
    }),
  ).answers<null>(),
  /** Before the county knows this console, and before another computer has joined it. */
  'township.correctDivision': channel(z.object({ division: divisionCorrected.shape.division, reason })).answers<null>(),
  'township.changeMode': channel(z.object({ base: versions, mode: z.enum(MODES), reason })).answers<null>(),
  'township.consoles': channel(z.null()).answers<readonly ConsoleLine[]>(),
  /** 接班 (officer) or 带班 (leader): the person takes the post over from whoever holds it. */
  'duty.take': channel(
    z.object({ post: z.enum(POSTS), person: entityId, note: longText, base: versions }),
  ).answers<null>(),
} as const
