import type { AttachedFile } from '../../../shared/domain/attachment/attachment.ts'
import type { CountyHolds, Transfer, TransferWait } from '../../../shared/ipc/attachments.ts'
import type { ConsoleFileExchange } from './fileExchange.ts'
import { movesByItself } from './jobs.ts'
import type { Refusal } from './refusals.ts'

/** What the county holds of an attachment: what its hub said in its present life. */
export function countyHolds(exchange: ConsoleFileExchange, file: AttachedFile | null, hubEpoch: string): CountyHolds {
  const holds = (sha: string): boolean =>
    sha !== '' && hubEpoch !== '' && exchange.standing(sha).note.heldEpoch === hubEpoch
  if (!file) return 'nothing'
  return holds(file.sha256) ? 'original' : holds(file.thumbSha) ? 'thumb' : 'nothing'
}

/** How the original moves, or what it waits for; null when there is nothing to move. */
export function transferOf(
  exchange: ConsoleFileExchange,
  file: AttachedFile | null,
  county: CountyHolds,
  isHere: boolean,
): Transfer | null {
  if (!file) return null
  const { note, moving, herePercent, therePercent, refused } = exchange.standing(file.sha256)
  if (moving) {
    // Begun, and held back since: the day's budget ended in the middle of it.
    const waits = exchange.wire() ? null : waitOf(exchange, true, refused)
    return { ...moving, asked: note.asked !== '', waits }
  }
  if (isHere) {
    if (county === 'original') return null
    const waits = waitOf(exchange, note.asked === 'send', refused)
    return { way: 'send', percent: therePercent, asked: note.asked === 'send', waits }
  }
  if (note.asked !== 'fetch') return null
  return { way: 'fetch', percent: herePercent, asked: true, waits: waitOf(exchange, true, refused) }
}

function waitOf(exchange: ConsoleFileExchange, asked: boolean, refused: Refusal | null): TransferWait {
  const wire = exchange.wire()
  if (!wire) return exchange.isOnline() ? 'budget' : 'offline'
  if (refused) return refused
  return asked || movesByItself(wire) ? 'queue' : 'click'
}
