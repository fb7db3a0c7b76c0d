import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskContext } from './deskContext.ts'

/** Once a minute is fine enough to say when the power went, and a touch of a file costs nothing. */
const BEAT_MS = 60_000

/**
 * Tells the log when this console ran. A run that ends in order says so; one that does not (power cut, kill) leaves its mark
 * behind, and the next run records since when nobody was watching.
 * @returns ends the run in order.
 */
export function beginRun({ store, now, version }: DeskContext): () => void {
  const mark = join(store.folder, 'running')
  const lastSeen = readLastSeen(mark)
  record({ kind: 'console.started', body: lastSeen === null ? { version } : { version, lastSeen } })
  touch(mark, now())
  const beat = setInterval(() => touch(mark, now()), BEAT_MS)
  beat.unref()
  return () => {
    clearInterval(beat)
    record({ kind: 'console.stopped', body: {} })
    rmSync(mark, { force: true })
  }

  function record(
    event:
      | { kind: 'console.started'; body: { version: string; lastSeen?: number } }
      | { kind: 'console.stopped'; body: Record<string, never> },
  ): void {
    // Before a township is set up there is no log to tell.
    if (store.scope === '') return
    try {
      store.append([{ ...event, entity: `console:${store.origin}` }], { author: null })
    } catch (error) {
      // A full disk is told to people elsewhere; it must not keep them from reading, nor the console from closing.
      console.error('[desk] its own run is not recorded', error)
    }
  }
}

function readLastSeen(mark: string): number | null {
  try {
    return Math.trunc(statSync(mark).mtimeMs)
  } catch {
    return null
  }
}

function touch(mark: string, nowMs: number): void {
  try {
    utimesSync(mark, nowMs / 1000, nowMs / 1000)
  } catch {
    writeFileSync(mark, '')
  }
}
