import { startSalvage } from '../../../electron/store/recovery/salvage.ts'
import { openStore } from '../../../electron/store/store.ts'
import { verifyChains } from '../../../electron/store/verify/verifyChains.ts'

/** What a writer (writer.ts) said. */
export interface Said {
  readonly acked: readonly string[]
  readonly refused: readonly string[]
  readonly ended: boolean
}

export function readSaid(output: string): Said {
  const lines = output.split('\n').slice(0, -1)
  return {
    acked: lines.filter((line) => line.startsWith('ack ')).flatMap((line) => line.slice(4).split(' ')),
    refused: lines.filter((line) => line.startsWith('refused ')).map((line) => line.slice(8)),
    ended: lines.includes('end'),
  }
}

/** Everything confirmed is in the log and every chain is sound. @throws otherwise. @returns events in the log. */
export async function checkFolder(folder: string, { acked }: Pick<Said, 'acked'>): Promise<number> {
  const store = openStore({ folder, now: Date.now })
  try {
    // What was put aside because it could not be read comes back.
    await startSalvage(store, () => undefined).done
    const known = store.db.prepare<[Buffer], { id: number }>('SELECT id FROM event WHERE hash = ?')
    const lost = acked.filter((hash) => known.get(Buffer.from(hash, 'hex')) === undefined)
    if (lost.length > 0) throw new Error(`${lost.length} of ${acked.length} confirmed events are gone`)
    const job = verifyChains(store.db)
    for (let step = job.next(); ; step = job.next()) {
      if (!step.done) continue
      if (step.value.badCount > 0) throw new Error(JSON.stringify(step.value.bad))
      return step.value.events
    }
  } finally {
    store.close()
  }
}
