import { z } from 'zod'
import type { Lane } from '../protocol/lanes.ts'
import { channel } from './channel.ts'
import type { WaitReason } from './sync.ts'

/** What a link runs over. 北斗 and 信使 carry other frames and have rooms of their own. */
export const LINK_KINDS = ['broadband', 'mobile', 'lan', 'satellite'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** How a link is paid for: not at all, by what goes over it, or by each time it is opened and held. */
export const BILLINGS = ['free', 'byte', 'session'] as const
export type Billing = (typeof BILLINGS)[number]

/** What a person said about a link: forced goes before all others, forbidden is not used. */
export const LINK_MODES = ['auto', 'forced', 'forbidden'] as const
export type LinkMode = (typeof LINK_MODES)[number]

/** One configured way to the county's hub. Kept on this console alone, in order of preference. */
export const linkSettings = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/),
  kind: z.enum(LINK_KINDS),
  /** What people call it; '' for the word of its kind. */
  name: z.string().trim().max(20),
  /** Address of the hub over this link, such as http://10.0.0.8:8970. */
  url: z.string().trim().max(300),
  /** Network card its traffic has to leave by, such as eth1; null for whichever the system takes. */
  card: z
    .string()
    .trim()
    .regex(/^[^\s/]{1,40}$/)
    .nullable(),
  /** Usable bits a second. */
  bitRate: z.int().min(300).max(10_000_000_000),
  billing: z.enum(BILLINGS),
  /** Bytes a day, both ways; null for as many as it takes. */
  budgetBytes: z.int().min(1_000).max(1_000_000_000_000).nullable(),
  /** Least urgent lane that may use it: 0 flash only, 1 command as well, 2 everything. */
  laneFloor: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  mode: z.enum(LINK_MODES),
})
export type LinkSettings = z.infer<typeof linkSettings>

/** How a link stands: see electron/links/linkMachine.ts. */
export const LINK_STATES = ['down', 'probing', 'up', 'degraded', 'draining'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Why it stands so, beside the reasons a console waits for ({@link WAIT_REASONS}). */
export const LINK_REASONS = [
  'notEnrolled',
  'starting',
  'forbidden',
  'standby',
  'connecting',
  'confirming',
  'answering',
  'missedAck',
  'wrongCard',
  'flushed',
] as const
export type LinkReason = (typeof LINK_REASONS)[number] | WaitReason

/** One link as the link room shows it. */
export interface LinkNow {
  readonly settings: LinkSettings
  readonly state: LinkState
  readonly reason: LinkReason
  /** ms since 1970. */
  readonly since: number
  /** When it is tried next, ms since 1970; null when it does not wait for that. */
  readonly nextTryAt: number | null
  readonly roundTripMs: number | null
  /** Lanes it carries now. */
  readonly carries: readonly Lane[]
  /** Bytes today, Beijing time. `billed` is what counts against the budget. */
  readonly today: { readonly sent: number; readonly received: number; readonly billed: number }
  /** How long what waits would take on this link alone, by lane, the urgent before it included, in seconds; null for a lane it may not carry. */
  readonly seconds: readonly (number | null)[]
}

/** How many records waited at a moment (ms since 1970), by lane. */
export interface QueuePoint {
  readonly at: number
  readonly pending: readonly [flash: number, command: number, routine: number]
}

export interface LinksNow {
  /** In order of preference. */
  readonly links: readonly LinkNow[]
  /** Network cards of this machine. */
  readonly cards: readonly string[]
}

/** What the demo does to a link: lets it work, cuts it, or lets it swallow everything without a word. */
export const DEMO_LINK_STATES = ['on', 'cut', 'silent'] as const
export type DemoLinkState = (typeof DEMO_LINK_STATES)[number]
export interface DemoSwitch {
  readonly id: string
  readonly state: DemoLinkState
}

const id = z.string().max(20)

export const linkChannels = {
  'links.now': channel(z.null()).answers<LinksNow>(),
  'links.queue': channel(z.null()).answers<readonly QueuePoint[]>(),
  'links.save': channel(z.object({ links: z.array(linkSettings).max(8) })).answers<null>(),
  'links.setMode': channel(z.object({ id, mode: z.enum(LINK_MODES) })).answers<null>(),
  'links.test': channel(z.object({ id })).answers<null>(),
  'links.switches': channel(z.null()).answers<readonly DemoSwitch[]>(),
  'links.switch': channel(z.object({ id, state: z.enum(DEMO_LINK_STATES) })).answers<null>(),
} as const
