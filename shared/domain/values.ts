import { z } from 'zod'

/** Milliseconds since 1970 (UTC), to the end of 9999. Shown as Beijing time whatever the system zone. */
export const instant = z.int().min(0).max(253_402_271_999_999)
export type Instant = z.infer<typeof instant>

/** Text a person typed: what it may hold at most keeps every event below the largest frame. */
const text = z.string().overwrite(withoutInvisible).trim()
export const shortText = text.max(200)
export const longText = text.max(10_000)
export const requiredText = shortText.min(1)
export const reason = text.min(1).max(1_000)

/**
 * Without control characters and without marks that turn the direction of writing: nobody typed them. Windows puts U+202D before
 * what is copied from some of its dialogs, telephone numbers above all; in a title such a mark would turn the rest of the line.
 */
function withoutInvisible(typed: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; tab and line feed stay.
  return typed.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** Id made at the console; never shown to people, never renumbered. */
export const entityId = z.string().min(1).max(120)

/** One event as the page names it: 16 hexadecimal digits of its hash. */
export const version = z.string().regex(/^[0-9a-f]{16}$/)
/** Versions of an entity that the author had on screen, as the page was given them. */
export const versions = z.array(version).max(64)

/** References carry short labels, so that an event can be read before the thing it speaks of has arrived. */
export const personRef = z.object({ id: entityId, name: shortText })
export const villageRef = z.object({ id: entityId, name: shortText, code: shortText.optional() })
export const incidentRef = z.object({ id: entityId, no: shortText, title: shortText })
export const callRef = z.object({ id: entityId, no: shortText })
export const teamRef = z.object({ id: entityId, name: shortText })
export type PersonRef = z.infer<typeof personRef>
export type VillageRef = z.infer<typeof villageRef>
export type IncidentRef = z.infer<typeof incidentRef>
export type CallRef = z.infer<typeof callRef>
export type TeamRef = z.infer<typeof teamRef>

/** By what means a thing was said: it decides how far it can be proven. */
export const MEANS = ['phone', 'radio', 'inPerson', 'message', 'satellitePhone', 'system', 'other'] as const
export const means = z.enum(MEANS)
export type Means = z.infer<typeof means>

/**
 * A counted figure: exact, between two bounds, about, or explicitly unknown (null). Unknown is not zero; a figure nobody
 * mentioned is absent altogether.
 */
export const amount = z.union([
  z.object({ n: z.number().min(0).max(1e9) }).strict(),
  z.object({ min: z.number().min(0).max(1e9), max: z.number().min(0).max(1e9) }).strict(),
  z.object({ about: z.number().min(0).max(1e9) }).strict(),
  z.null(),
])
export type Amount = z.infer<typeof amount>

/** Roles a person can hold at a township's consoles. */
export const ROLES = ['dutyOfficer', 'leaderOnDuty', 'townshipHead', 'staff', 'administrator'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>
