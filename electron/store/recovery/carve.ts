import { existsSync, readFileSync } from 'node:fs'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { MAX_ENVELOPE_BYTES, openEnvelope } from '../../../shared/protocol/envelope.ts'

/** How every envelope begins: version 1 and an origin. */
const BEGINNING = Buffer.from('[1,"', 'latin1')
/** How every envelope ends: the quote of `prev`, and the bracket. */
const END = Buffer.from('"]', 'latin1')
/** An envelope has few places that look like its end (a list of texts in its body). */
const MOST_ENDS = 200

/**
 * Finds events in the bytes of a file that is no database any more. Those that SQLite had to spread over several pages are not
 * found; a log entry of ordinary length lies in one piece. Whatever is found opens as an envelope, so its own bytes prove it.
 */
export function* carveEvents(path: string): Generator<Uint8Array> {
  if (!existsSync(path)) return
  const file = readFileSync(path)
  for (let at = file.indexOf(BEGINNING); at >= 0; at = file.indexOf(BEGINNING, at + 1)) {
    const found = openAt(file, at)
    if (found) yield found
  }
}

function openAt(file: Buffer, at: number): Uint8Array | null {
  const limit = Math.min(at + MAX_ENVELOPE_BYTES, file.length)
  let end = file.indexOf(END, at)
  for (let tries = 0; tries < MOST_ENDS && end >= 0 && end < limit; tries += 1) {
    const bytes = file.subarray(at, end + END.length)
    try {
      openEnvelope(bytes, nodePrimitives)
      return Uint8Array.from(bytes)
    } catch {
      end = file.indexOf(END, end + 1)
    }
  }
  return null
}
