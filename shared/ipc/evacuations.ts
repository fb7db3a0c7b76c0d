import { z } from 'zod'
import type { CountedByVillage, HouseholdMark } from '../domain/evacuation/evacuation.ts'
import { householdState, villageCounts } from '../domain/evacuation/events.ts'
import type { RollUp } from '../domain/evacuation/rollUp.ts'
import type { HouseholdRef, Keeper, Vulnerable } from '../domain/household/events.ts'
import { entityId, instant, means, reason, shortText, type VillageRef, versions, villageRef } from '../domain/values.ts'
import { channel } from './channel.ts'

/** One household on a list, with what the register says of it. */
export interface EvacuationHousehold extends HouseholdRef {
  /** Null: nobody has said anything yet. */
  readonly mark: HouseholdMark | null
  /** Two consoles said different things at once (并发). */
  readonly contested: boolean
  readonly phone: string
  readonly zone: string
  readonly vulnerable: readonly Vulnerable[]
  readonly keeper: Keeper | null
}

/** The evacuation of one village. */
export interface EvacuationLine {
  readonly id: string
  readonly tips: readonly string[]
  /** The incident it was ordered in: another than asked for when that was merged. */
  readonly incident: string
  readonly village: VillageRef
  readonly orders: readonly {
    readonly at: number
    readonly zone: string
    readonly shelter: string
    readonly authority: string
    readonly households: number
  }[]
  readonly households: readonly EvacuationHousehold[]
  readonly counted: CountedByVillage | null
  readonly sum: RollUp
}

const on = { incident: entityId, village: villageRef, base: versions }
const said = { at: instant, by: shortText, means }

export const evacuationChannels = {
  'evacuation.list': channel(z.object({ incident: entityId })).answers<readonly EvacuationLine[]>(),
  /** 下达转移: the households of the village on the register, those of one danger zone when `zone` is given. */
  'evacuation.order': channel(
    z.object({
      incident: entityId,
      village: villageRef,
      zone: shortText,
      shelter: shortText,
      authority: shortText,
      at: instant,
    }),
  ).answers<{ readonly households: number }>(),
  'evacuation.mark': channel(
    z.object({
      ...on,
      household: entityId,
      state: householdState,
      people: z.int().min(0).max(1_000).optional(),
      ...said,
      note: shortText,
    }),
  ).answers<null>(),
  'evacuation.count': channel(z.object({ ...on, counts: villageCounts, ...said, note: shortText })).answers<null>(),
  'evacuation.strikeOff': channel(z.object({ ...on, household: entityId, reason })).answers<null>(),
} as const
export type EvacuationArgs<C extends keyof typeof evacuationChannels> = z.output<(typeof evacuationChannels)[C]['args']>
