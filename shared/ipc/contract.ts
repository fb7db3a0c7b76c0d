import type { z } from 'zod'
import { aboutChannels } from './about.ts'
import { alarmChannels } from './alarms.ts'
import { attachmentChannels } from './attachments.ts'
import { callChannels } from './calls.ts'
import type { Channel } from './channel.ts'
import { classificationChannels } from './classification.ts'
import { consoleChannels } from './console.ts'
import { dispatchChannels } from './dispatch.ts'
import { documentsChannels } from './documents.ts'
import { draftChannels } from './drafts.ts'
import { drillChannels } from './drill.ts'
import { evacuationChannels } from './evacuations.ts'
import { householdChannels } from './households.ts'
import { incidentChannels } from './incidents.ts'
import { joinChannels } from './join.ts'
import { linkChannels } from './links.ts'
import { logChannels } from './log.ts'
import { orderChannels } from './orders.ts'
import { outageChannels } from './outages.ts'
import { peopleChannels } from './people.ts'
import { powerChannels } from './power.ts'
import { receiptChannels } from './receipts.ts'
import { reportChannels } from './reports.ts'
import { responseChannels } from './response.ts'
import { reviewChannels } from './review.ts'
import { rosterChannels } from './roster.ts'
import { sessionChannels } from './session.ts'
import { setupChannels } from './setup.ts'
import { situationChannels } from './situation.ts'
import { storeChannels } from './store.ts'
import { syncChannels } from './sync.ts'
import { taskChannels } from './tasks.ts'
import { teamChannels } from './teams.ts'
import { townshipChannels } from './township.ts'
import { villageChannels } from './villages.ts'

/** The console API: all that the page may ask of the desk, declared once. One file a feature; spread it here. */
export const contract = {
  ...aboutChannels,
  ...sessionChannels,
  ...documentsChannels,
  ...logChannels,
  ...storeChannels,
  ...syncChannels,
  ...linkChannels,
  ...setupChannels,
  ...joinChannels,
  ...townshipChannels,
  ...drillChannels,
  ...peopleChannels,
  ...villageChannels,
  ...teamChannels,
  ...taskChannels,
  ...dispatchChannels,
  ...orderChannels,
  ...receiptChannels,
  ...reportChannels,
  ...alarmChannels,
  ...callChannels,
  ...incidentChannels,
  ...responseChannels,
  ...reviewChannels,
  ...outageChannels,
  ...householdChannels,
  ...evacuationChannels,
  ...situationChannels,
  ...draftChannels,
  ...rosterChannels,
  ...consoleChannels,
  ...powerChannels,
  ...attachmentChannels,
  ...classificationChannels,
} as const

export type ChannelName = keyof typeof contract
export type ArgsOf<C extends ChannelName> = z.input<(typeof contract)[C]['args']>
export type ResultOf<C extends ChannelName> =
  (typeof contract)[C] extends Channel<z.ZodType, infer Result> ? Result : never

/** Handlers of a part of the contract; the desk's object must satisfy all of it. */
export type HandlersOf<Part extends Record<string, Channel<z.ZodType, unknown>>> = {
  readonly [C in keyof Part]: Part[C] extends Channel<infer Args, infer Result>
    ? (args: z.output<Args>) => Result | Promise<Result>
    : never
}
export type Handlers = HandlersOf<typeof contract>
