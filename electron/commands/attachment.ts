import { readFile } from 'node:fs/promises'
import type { Attachment } from '../../shared/domain/attachment/attachment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { isGrave } from '../../shared/domain/incident/levels.ts'
import { fieldsOf, refOf } from '../../shared/domain/incident/readIncident.ts'
import type { AttachmentArgs } from '../../shared/ipc/attachments.ts'
import { freeBytes } from '../../shared/node/freeBytes.ts'
import { fileTypeOf } from '../attachments/fileType.ts'
import type { Taken } from '../attachments/uploads.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readAttachment, readAttachments } from '../store/repositories/attachments.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { findIncident, findOpen } from './incident/actOn.ts'
import { requireRole } from './requireRole.ts'

/**
 * Whether a file may be added at all, before its bytes are taken.
 * @throws {CommandError} attachment.empty, tooLarge, tooMany, lowSpace; incident.*
 */
export async function beginAttachment(
  desk: DeskContext,
  about: AttachmentArgs<'attachment.begin'>,
): Promise<{ upload: string }> {
  requireRole(desk, 'incident.handle')
  findOpen(desk, about.incident)
  const { rules, uploads } = desk.attachments
  const { name, size } = about
  if (size === 0) throw new CommandError('attachment.empty', { name })
  if (size > rules.maxBytes)
    throw new CommandError('attachment.tooLarge', {
      name,
      megabytes: inMegabytes(size),
      most: inMegabytes(rules.maxBytes),
    })
  if (about.thumbSize > rules.thumbnail.maxBytes) throw new CommandError('attachment.interrupted')
  const there = shownOf(desk, about.incident)
  if (there.length >= rules.maxPerIncident) throw new CommandError('attachment.tooMany', { most: rules.maxPerIncident })
  // Attachments are the first to be refused: the log itself must still find room.
  if (freeBytes(desk.store.folder) - size < rules.lowSpaceBytes) throw new CommandError('attachment.lowSpace')
  return { upload: await uploads.begin(about) }
}

/**
 * Records a file whose bytes have all come: they are durable under their hash before the event that names them is.
 * @throws {CommandError} attachment.wrongType, attachment.already, attachment.interrupted, attachment.lowSpace; incident.*
 */
export function finishAttachment(desk: DeskContext, upload: string): Promise<{ id: string }> {
  return desk.attachments.uploads.finish(upload, (taken) => add(desk, taken))
}

async function add(desk: DeskContext, { about, original, thumb }: Taken): Promise<{ id: string }> {
  const { rules, files } = desk.attachments
  const mime = fileTypeOf(await readFile(original.path))
  if (!mime || !rules.types.some((type) => type.mime === mime))
    throw new CommandError('attachment.wrongType', { name: about.name })
  if (thumb && fileTypeOf(await readFile(thumb.path)) !== 'image/jpeg') throw new CommandError('attachment.interrupted')
  refuseAgain(desk, about, original.sha)
  await files.content.adopt(original.path, original.sha)
  if (thumb) await files.content.adopt(thumb.path, thumb.sha)
  // Read again: closing or merging the incident, and the same file dropped twice, did not wait for the disk.
  const incident = findOpen(desk, about.incident)
  refuseAgain(desk, about, original.sha)
  const id = newId('attachment')
  append(desk, {
    kind: 'attachment.added',
    entity: id,
    base: [],
    body: {
      incident: refOf(incident),
      name: about.name,
      urgent: isUrgent(desk, incident),
      sha256: original.sha,
      size: about.size,
      mime,
      thumbSha: thumb?.sha ?? '',
      thumbSize: thumb ? about.thumbSize : 0,
    },
  })
  return { id }
}

function refuseAgain(desk: DeskContext, { incident, name }: Taken['about'], sha: string): void {
  const same = shownOf(desk, incident).find(({ file }) => file?.sha256 === sha)
  if (same) throw new CommandError('attachment.already', { name, as: same.name })
}

/** 撤下: shown no longer; nothing is deleted. @throws {CommandError} attachment.unknown, attachment.alreadyWithdrawn */
export function withdrawAttachment(
  desk: DeskContext,
  { id, base, reason }: AttachmentArgs<'attachment.withdraw'>,
): null {
  const found = findAttachment(desk, id)
  if (found.withdrawn) throw new CommandError('attachment.alreadyWithdrawn', { name: found.name })
  return append(desk, { kind: 'attachment.withdrawn', entity: id, base, body: { ...aboutOf(found), reason } })
}

/** @throws {CommandError} attachment.unknown, attachment.notWithdrawn */
export function restoreAttachment(desk: DeskContext, { id, base, reason }: AttachmentArgs<'attachment.restore'>): null {
  const found = findAttachment(desk, id)
  if (!found.withdrawn) throw new CommandError('attachment.notWithdrawn', { name: found.name })
  return append(desk, { kind: 'attachment.restored', entity: id, base, body: { ...aboutOf(found), reason } })
}

/** @throws {CommandError} attachment.unknown */
export function findAttachment({ store }: Pick<DeskContext, 'store'>, id: string): Attachment {
  const found = readAttachment(store.db, id)
  if (!found) throw new CommandError('attachment.unknown')
  return found.state
}

function aboutOf({ incident, name, urgent }: Attachment) {
  if (!incident) throw new CommandError('attachment.unknown')
  return { incident, name, urgent }
}

function shownOf(desk: DeskContext, incident: string): readonly Attachment[] {
  findIncident(desk, incident)
  return readAttachments(desk.store.db, incident)
    .map(({ state }) => state)
    .filter(({ added, withdrawn }) => added !== null && withdrawn === null)
}

/** The incident's own lane: flash as soon as anything of it was, lives at stake or 较大 and above. */
function isUrgent({ store }: Pick<DeskContext, 'store'>, incident: Incident): boolean {
  return (
    isGrave(fieldsOf(incident).level) ||
    store.db.prepare('SELECT 1 FROM event WHERE entity = ? AND lane = 0').get(incident.id) !== undefined
  )
}

function append(desk: DeskContext, draft: AnyDraft): null {
  const flags = requireRole(desk, 'incident.handle')
  desk.store.append([draft], { author: desk.session.author(), flags })
  return null
}

const inMegabytes = (bytes: number): number => Math.ceil((bytes / 1_048_576) * 10) / 10
