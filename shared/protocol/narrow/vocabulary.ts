import type { JsonObject } from '../canonical.ts'
import type { Envelope } from '../envelope.ts'
import { makeHlc } from '../hlc.ts'
import type { Primitives } from '../primitives.ts'
import type { Codebook } from './codebook.ts'
import { codeEnvelope } from './envelopes.ts'
import { codeFrame } from './frame.ts'
import { createMemory } from './memory.ts'
import { createModel } from './model.ts'
import type { BitCoder } from './rangeCoder.ts'
import { createSymbols, FAMILY_CONTEXTS, mixHash, type Vocabulary, vocabularyOf } from './symbols.ts'
import { createValues, hashText } from './values.ts'

/** A codebook that was read: one a process, whatever the number of connections. */
export interface NarrowVocabulary {
  readonly id: number
  /** Lends the model for one frame; what it learns from that frame is forgotten afterwards. */
  borrow<T>(work: (shared: Vocabulary) => T): T
}

/** Nobody listens: the model learns what it is told. */
const deaf: BitCoder = { code: (bit) => bit }
/** The shapes are few and must be sure; sentences are read once. */
const SHAPES_READ = 4
/** Where the text of a duty log entry stands: most of what is ever written. */
const LOG_TEXT = mixHash(hashText('log.entered'), hashText('text'))

/** Reads the codebook when the first narrow frame comes: some tenths of a second, which a console without a satellite never spends. */
export function createNarrowVocabulary(book: Codebook, primitives: Primitives): NarrowVocabulary {
  let read: Vocabulary | null = null
  return {
    id: book.id,
    borrow(work) {
      read ??= readBook(book, primitives)
      const { model } = read
      model.remember()
      try {
        return work(read)
      } finally {
        model.forget()
      }
    },
  }
}

function readBook(book: Codebook, primitives: Primitives): Vocabulary {
  const vocabulary = vocabularyOf(book, createModel(FAMILY_CONTEXTS))
  const symbols = createSymbols(vocabulary, deaf)
  for (const line of book.reading) symbols.text(line, LOG_TEXT)
  for (let time = 0; time < SHAPES_READ; time += 1) {
    const memory = createMemory()
    const values = createValues(symbols, memory)
    const expected = { origin: ORIGIN, epoch: '1-00000000', lane: 2 as const, seq: 1 }
    for (const [index, [kind, body]] of book.samples.entries()) {
      if (kind === 'frame') codeFrame(symbols, memory, { frame: body as JsonObject, events: null }, primitives)
      else {
        const prev = memory.chains.get(`2 ${ORIGIN} 1-00000000`)?.hash ?? ''
        codeEnvelope(
          symbols,
          values,
          memory,
          expected,
          sampleOf(kind, body as JsonObject, index, expected.seq, prev),
          primitives,
        )
      }
    }
  }
  return vocabulary
}

const ORIGIN = 'd000000000000000000000000000000'

/** An event as it usually looks: the next of its chain, a moment later, by the one who wrote the one before. */
function sampleOf(kind: string, body: JsonObject, index: number, seq: number, prev: string): Envelope {
  const aggregate = kind.slice(0, kind.indexOf('.'))
  return {
    origin: ORIGIN,
    epoch: '1-00000000',
    lane: 2,
    seq,
    n: seq,
    hlc: makeHlc(SAMPLE_TIME + index * 97_531, 0),
    clockQuality: 1,
    flags: 0,
    scope: '000000000',
    kind,
    kindVer: 1,
    entity: `${aggregate}-${String(index).padStart(16, '0')}`,
    base: [],
    body,
    author: { person: 'person-0000000000000000', name: '值班员', role: 'dutyOfficer' },
    approver: null,
    prev,
  }
}

const SAMPLE_TIME = Date.UTC(2026, 0, 1)
