import { z } from 'zod'
import { type OutageFields, utility } from '../domain/outage/events.ts'
import {
  entityId,
  type IncidentRef,
  instant,
  type Means,
  means,
  reason,
  shortText,
  versions,
  villageRef,
} from '../domain/values.ts'
import { channel } from './channel.ts'

/** One lifeline of one village that is or was cut. */
export interface OutageLine extends OutageFields {
  readonly id: string
  readonly tips: readonly string[]
  readonly incident: IncidentRef | null
  /** Null while it is cut. */
  readonly repair: { readonly at: number; readonly by: string; readonly means: Means; readonly note: string } | null
  readonly voided: boolean
}

const on = { id: entityId, base: versions }

export const outageChannels = {
  /** Everything that is cut in the township, and what was restored of one incident. */
  'outage.list': channel(z.object({ incident: entityId.nullable() })).answers<readonly OutageLine[]>(),
  /** One record a village and lifeline; those that are cut already are left out. */
  'outage.report': channel(
    z.object({
      utilities: z.array(utility).min(1).max(5),
      villages: z.array(villageRef).min(1).max(200),
      place: shortText,
      since: instant,
      source: shortText,
      means,
      note: shortText,
      incident: entityId.nullable(),
    }),
  ).answers<{ readonly added: number }>(),
  'outage.repair': channel(z.object({ ...on, at: instant, by: shortText, means, note: shortText })).answers<null>(),
  'outage.reopen': channel(z.object({ ...on, at: instant, reason })).answers<null>(),
  'outage.void': channel(z.object({ ...on, reason })).answers<null>(),
} as const
export type OutageArgs<C extends keyof typeof outageChannels> = z.output<(typeof outageChannels)[C]['args']>
