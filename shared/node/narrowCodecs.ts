import { readFileSync } from 'node:fs'
import { createJsonCodec, type FrameCodec } from '../protocol/frameCodec.ts'
import { codebookSchema } from '../protocol/narrow/codebook.ts'
import { createNarrowCodec } from '../protocol/narrow/narrowCodec.ts'
import { createNarrowVocabulary, type NarrowVocabulary } from '../protocol/narrow/vocabulary.ts'
import { nodePrimitives } from './primitives.ts'

/** The newest codebook first; the others for whoever has not been updated. */
export const CODEBOOKS: readonly number[] = [1]

/** Codecs for narrow links, over the codebooks this program carries. */
export interface NarrowCodecs {
  /** A codec for a connection that we open; null when the newest codebook cannot be read. */
  newest(): FrameCodec | null
  /** Reads the newest codebook ahead, a little at a time, so that the first connection does not wait for it. */
  warm(): void
  /** A codec for a connection that began with a codebook; null when it is not known here. */
  of(codebook: number): FrameCodec | null
}

/** @param find path of a codebook's file (resources/narrow/codebook-<id>.json). Nothing is read before the first narrow connection. */
export function createNarrowCodecs(find: (file: string) => string): NarrowCodecs {
  const vocabularies = new Map<number, NarrowVocabulary | null>()
  const plain = createJsonCodec(nodePrimitives)

  function open(id: number): NarrowVocabulary | null {
    if (!CODEBOOKS.includes(id)) return null
    const known = vocabularies.get(id)
    if (known !== undefined) return known
    let opened: NarrowVocabulary | null = null
    try {
      const book = codebookSchema.parse(JSON.parse(readFileSync(find(`narrow/codebook-${id}.json`), 'utf8')))
      opened = createNarrowVocabulary(book, nodePrimitives)
    } catch {
      // A damaged installation: the link speaks JSON, which costs more and loses nothing.
    }
    vocabularies.set(id, opened)
    return opened
  }

  function of(id: number): FrameCodec | null {
    const vocabulary = open(id)
    return vocabulary && createNarrowCodec({ vocabulary, plain, primitives: nodePrimitives })
  }

  function warm(): void {
    const vocabulary = open(CODEBOOKS[0] ?? 0)
    const readOn = (): void => {
      if (vocabulary && !vocabulary.readOn()) setImmediate(readOn)
    }
    setImmediate(readOn)
  }

  return { of, warm, newest: () => of(CODEBOOKS[0] ?? 0) }
}
