import { z } from 'zod'

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
