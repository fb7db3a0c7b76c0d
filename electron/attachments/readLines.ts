import type { Attachment } from '../../shared/domain/attachment/attachment.ts'
import type { Folded } from '../../shared/domain/fold.ts'
import type { AttachmentLine, Transfer } from '../../shared/ipc/attachments.ts'
import { hlcMs } from '../../shared/protocol/hlc.ts'
import type { DeskContext } from '../deskContext.ts'
import { readAttachments } from '../store/repositories/attachments.ts'
import { createSyncStore } from '../store/syncStore.ts'
import type { ConsoleFileExchange } from './exchange/fileExchange.ts'
import { countyHolds, transferOf } from './exchange/standingOf.ts'

/** Attachments of an incident as the page shows them, the oldest first. */
export function readAttachmentLines(
  desk: DeskContext,
  exchange: ConsoleFileExchange,
  incident: string,
): readonly AttachmentLine[] {
  const hubEpoch = createSyncStore(desk.store).hubPin()?.hubEpoch ?? ''
  return readAttachments(desk.store.db, incident)
    .flatMap((folded) => lineOf(desk, exchange, hubEpoch, folded) ?? [])
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
}

function lineOf(
  { store, drill, attachments: { files } }: DeskContext,
  exchange: ConsoleFileExchange,
  hubEpoch: string,
  { state, tips }: Folded<Attachment>,
): AttachmentLine | null {
  const { id, name, incident, added, file, withdrawn } = state
  if (!incident) return null
  const isHere = (sha: string | undefined) => sha !== undefined && sha !== '' && files.content.has(sha)
  const here = { thumb: isHere(file?.thumbSha), original: isHere(file?.sha256) }
  const county = countyHolds(exchange, file, hubEpoch)
  // What is practised with stays in the room.
  const practised: Transfer | null =
    drill.world === 'drill' ? { way: 'send', percent: 0, asked: false, waits: 'drill' } : null
  return {
    id,
    tips,
    name,
    mime: file?.mime ?? '',
    size: file?.size ?? 0,
    atMs: added ? hlcMs(added.hlc) : 0,
    by: added?.name ?? '',
    own: added?.origin === store.origin,
    incident,
    withdrawn: withdrawn && { reason: withdrawn.reason, by: withdrawn.by.name },
    here,
    hasThumb: (file?.thumbSha ?? '') !== '',
    county,
    transfer: withdrawn ? null : (practised ?? transferOf(exchange, file, county, here.original)),
  }
}
