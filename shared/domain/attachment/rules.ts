import { z } from 'zod'

/** Limits of attachments: resources/rules/attachments.json. Sizes in bytes. */
export const attachmentRules = z.object({
  maxBytes: z.int().min(1).max(1e9),
  maxPerIncident: z.int().min(1).max(10_000),
  thumbnail: z.object({
    /** Longer edge of the small picture. */
    edgePixels: z.int().min(32).max(2_000),
    maxBytes: z.int().min(1_000).max(1_000_000),
    /** Of JPEG, 0 to 1. */
    quality: z.number().min(0.1).max(1),
  }),
  /** Below so much free space attachments are refused, so that the log can still be written. */
  lowSpaceBytes: z.int().min(0),
  types: z
    .array(
      z.object({
        mime: z.string().min(3).max(100),
        /** Without the dot, lower case; the first is given to files that have none of them. */
        extensions: z.array(z.string().min(1).max(10)).min(1),
        /** Whether the page can draw it. */
        picture: z.boolean(),
      }),
    )
    .min(1),
})
export type AttachmentRules = z.infer<typeof attachmentRules>
