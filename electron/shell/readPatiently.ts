import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Refusals that pass: a virus scanner or a backup holds the file, the disk is busy, too many files are open. */
const PASSING = ['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'EAGAIN', 'EIO']

/** Before each further attempt, ms: about three seconds in all. */
const WAITS: readonly number[] = [50, 100, 200, 400, 800, 1600]

type Read = (file: string) => Promise<Uint8Array>

/**
 * Reads a file of the program, and again where it is refused for a moment. A page that asks for its code and is told no keeps that
 * answer in some versions of Chromium (130) for as long as the window lives, so it is told late rather than wrongly.
 * @throws what the last attempt threw; at once where waiting helps nothing (there is no such file).
 */
export async function readPatiently(
  file: string,
  read: Read = readFile,
  pause: typeof wait = wait,
): Promise<Uint8Array> {
  for (const ms of WAITS) {
    try {
      return await read(file)
    } catch (error) {
      if (!isPassing(error)) throw error
    }
    await pause(ms)
  }
  return read(file)
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.includes(String(error.code))
}
