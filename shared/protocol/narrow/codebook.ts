import { z } from 'zod'

/**
 * What both ends of a narrow link know before a word is said: a versioned file, made from this program's own kinds, labels and
 * vocabulary by electron/dev/makeCodebook.ts. A released file never changes; another vocabulary is another id. It is bound to one
 * version of the wire contract, because frames are written by the position of their members.
 */
export const codebookSchema = z.object({
  /** Stands in the first byte of every frame. */
  id: z.int().min(1).max(127),
  /** PROTOCOL_VERSION whose frames it writes. */
  protocol: z.int().min(1),
  /** Characters that cost least, the most frequent first. */
  characters: z.string(),
  /** Kinds of events, names of members, values of enumerations. */
  words: z.array(z.string().min(1)),
  /** Sentences and terms that the model has read before the first frame. */
  reading: z.array(z.string()),
  /** Bodies by kind, one of every shape: what usually follows what. */
  samples: z.array(z.tuple([z.string(), z.record(z.string(), z.json())])),
})
export type Codebook = z.infer<typeof codebookSchema>

/** Characters a codebook can name: 12 bits, less the two that mean end and escape. */
export const MOST_CHARACTERS = 4096 - 2
/** Words a codebook can name: 11 bits, less the one that means a word it does not hold. */
export const MOST_WORDS = 2048 - 1
