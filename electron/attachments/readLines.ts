import type { Attachment } from '../../shared/domain/attachment/attachment.ts'
import type { Folded } from '../../shared/domain/fold.ts'
import type { AttachmentLine } from '../../shared/ipc/attachments.ts'
import { hlcMs } from '../../shared/protocol/hlc.ts'
import type { DeskContext } from '../deskContext.ts'
import { readAttachments } from '../store/repositories/attachments.ts'

/** Attachments of an incident as the page shows them, the oldest first. */
export function readAttachmentLines(desk: DeskContext, incident: string): readonly AttachmentLine[] {
  return readAttachments(desk.store.db, incident)
    .flatMap((folded) => lineOf(desk, folded) ?? [])
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
}

function lineOf(
  { store, attachments: { files } }: DeskContext,
  { state, tips }: Folded<Attachment>,
): AttachmentLine | null {
  const { id, name, incident, added, file, withdrawn } = state
  if (!incident) return null
  const isHere = (sha: string | undefined) => sha !== undefined && sha !== '' && files.content.has(sha)
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
    here: { thumb: isHere(file?.thumbSha), original: isHere(file?.sha256) },
    hasThumb: (file?.thumbSha ?? '') !== '',
    county: 'nothing',
    transfer: null,
  }
}
