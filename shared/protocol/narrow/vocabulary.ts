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
  /** Reads the next page. @returns whether it was the last */
  readOn(): boolean
  /** Lends the model for one frame; what it learns from that frame is forgotten afterwards. */
  borrow<T>(work: (shared: Vocabulary) => T): T
}

/** Nobody listens: the model learns what it is told. */
const deaf: BitCoder = { code: (bit) => bit }
/** The shapes are few and must be sure; sentences are read once. */
const SHAPES_READ = 4
const LINES_A_PAGE = 40
/** Where the text of a duty log entry stands: most of what is ever written. */
const LOG_TEXT = mixHash(hashText('log.entered'), hashText('text'))

/** Read when the first narrow frame comes, or before it by `read`: a console without a satellite never spends the time. */
export function createNarrowVocabulary(book: Codebook, primitives: Primitives): NarrowVocabulary {
  const vocabulary = vocabularyOf(book, createModel(FAMILY_CONTEXTS))
  const pages = readBook(book, vocabulary, primitives)
  let isRead = false
  const readOn = (): boolean => {
    isRead ||= pages.next().done === true
    return isRead
  }
  return {
    id: book.id,
    readOn,
    borrow(work) {
      while (!readOn());
      const { model } = vocabulary
      model.remember()
      try {
        return work(vocabulary)
      } finally {
        model.forget()
      }
    },
  }
}

/** Page by page, so that whoever waits for something else is not kept. */
function* readBook(book: Codebook, vocabulary: Vocabulary, primitives: Primitives): Generator<void, void> {
  const symbols = createSymbols(vocabulary, deaf)
  for (const [index, line] of book.reading.entries()) {
    symbols.text(line, LOG_TEXT)
    if (index % LINES_A_PAGE === 0) yield
  }
  for (let time = 0; time < SHAPES_READ; time += 1) {
    yield
    const memory = createMemory()
    const values = createValues(symbols, memory)
    const expected = { origin: ORIGIN, epoch: '1-00000000', lane: 2 as const, seq: 1 }
    for (const [index, [kind, body]] of book.samples.entries()) {
      if (kind === 'frame') codeFrame(symbols, memory, { frame: body as JsonObject, events: null }, primitives)
      else {
        const prev = memory.chains.get(`2 ${ORIGIN} 1-00000000`)?.hash ?? ''
        const sample = sampleOf(kind, body as JsonObject, index, expected.seq, prev)
        codeEnvelope(symbols, values, memory, expected, sample, primitives)
      }
    }
  }
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
