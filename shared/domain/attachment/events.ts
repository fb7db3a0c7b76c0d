import { z } from 'zod'
import type { LaneRules } from '../lane.ts'
import { incidentRef, reason, shortText } from '../values.ts'

/** SHA-256 of a file's bytes, hexadecimal: its only name on disk and on the wire. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Said with every later event, so that it can be read alone. `urgent`: the incident was one of life or 较大 and above when the file
 * was added; the attachment's events travel in the lane of such an incident.
 */
const about = { incident: incidentRef, name: shortText, urgent: z.boolean() }

/** Only what describes the file is an event; its bytes are a file named by their hash, outside the log. */
export const attachmentBodies = {
  'attachment.added': z.object({
    ...about,
    sha256,
    /** Bytes. */
    size: z.int().min(1).max(1e12),
    mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/),
    /** Hash and size of the small picture of it; '' and 0 where there is none. */
    thumbSha: z.union([sha256, z.literal('')]),
    thumbSize: z.int().min(0).max(1e9),
  }),
  /** 撤下: no longer shown with the incident. The record and the bytes stay. */
  'attachment.withdrawn': z.object({ ...about, reason }),
  'attachment.restored': z.object({ ...about, reason }),
} as const

const lane = ({ urgent }: { readonly urgent: boolean }) => (urgent ? 0 : 1)

/** As everything about an incident: command, or flash where lives hang on it. */
export const attachmentLanes: LaneRules = {
  'attachment.added': lane,
  'attachment.withdrawn': lane,
  'attachment.restored': lane,
}
