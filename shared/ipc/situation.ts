import { z } from 'zod'
import type { RollUp } from '../domain/evacuation/rollUp.ts'
import type { ReportKind } from '../domain/report/content.ts'
import type { Route } from '../domain/report/events.ts'
import { entityId } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { IncidentRow } from './incidents.ts'
import type { OutageLine } from './outages.ts'
import type { ResponseBoard } from './response.ts'
import type { TaskRow } from './tasks.ts'

/** What the county has of an incident. */
export interface CountyKnows {
  /** Records about it that the county has read, has, and does not have yet. */
  readonly read: number
  readonly delivered: number
  readonly waiting: number
  /** The last report that left; `ordinal` of a 续报. */
  readonly report: { readonly kind: ReportKind; readonly ordinal: number; readonly at: number } | null
  /** The last time somebody was told by word of mouth. */
  readonly told: { readonly to: string; readonly route: Route; readonly at: number } | null
}

/** One incident as its commander has to see it in five seconds. */
export interface SituationIncident {
  readonly row: IncidentRow
  readonly board: Pick<ResponseBoard, 'response' | 'receivedAt'>
  /** Steps of the cards at hand, and how many nobody has settled. */
  readonly steps: { readonly all: number; readonly open: number }
  readonly tasks: readonly TaskRow[]
  /** Lifelines cut because of it, or in the whole township when only it is asked for. */
  readonly outages: readonly OutageLine[]
  /** 请求支援 as callers said it. */
  readonly asked: readonly string[]
  /** What offices above us want of us, as they said it on the telephone. */
  readonly ordered: readonly string[]
  readonly county: CountyKnows
  /** From its evacuation lists. */
  readonly evacuation: RollUp
}

export interface Situation {
  /** The gravest first, then the newest. */
  readonly incidents: readonly SituationIncident[]
  readonly ringMinutes: number | null
  readonly sources: ResponseBoard['sources']
}

export const situationChannels = {
  /** One incident whatever its phase, or all that are under way. */
  'situation.read': channel(z.object({ incident: entityId.nullable() })).answers<Situation>(),
} as const
