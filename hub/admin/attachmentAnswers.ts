import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { KnownAttachment } from '../attachments/fileIndex.ts'
import type { OpenHub } from '../openHub.ts'
import { AdminError } from './adminError.ts'
import type { AttachmentFileRow, AttachmentRow } from './protocol.ts'

/** Every attachment a township's records speak of, and how much of it lies here. @throws {AdminError} unknownTownship */
export function listAttachments(hub: OpenHub, division: string): readonly AttachmentRow[] {
  const township = hub.store().township(normaliseDivision(division))
  if (!township) throw new AdminError('unknownTownship')
  return hub.files.index.of(township.division).map((known) => rowOf(hub, known))
}

/** The one attachment whose hash begins like this. @throws {AdminError} unknownAttachment, ambiguousId, notHere */
export function findAttachment(hub: OpenHub, sha: string): AttachmentFileRow {
  const found = new Map(
    hub
      .store()
      .townships()
      .flatMap(({ division }) => hub.files.index.of(division))
      .filter((known) => known.sha256.startsWith(sha))
      .map((known) => [known.sha256, known]),
  )
  const [known] = found.values()
  if (!known) throw new AdminError('unknownAttachment')
  if (found.size > 1) throw new AdminError('ambiguousId')
  if (!hub.files.content.has(known.sha256)) throw new AdminError('notHere')
  return { ...rowOf(hub, known), path: hub.files.content.pathOf(known.sha256) }
}

function rowOf(
  { files }: OpenHub,
  { thumbSha, receivedMs, thumbSize: _size, ...known }: KnownAttachment,
): AttachmentRow {
  return {
    ...known,
    receivedAt: receivedMs,
    percent: files.percent(known.sha256),
    thumb: thumbSha !== '' && files.content.has(thumbSha),
  }
}
