import type { Projection } from './projection.ts'

export const attachmentProjection: Projection<'attachment'> = {
  aggregate: 'attachment',
  tables: ['attachment'],
  write(db, id, { incident, file, urgent, added, withdrawn }) {
    db.prepare(
      `INSERT OR REPLACE INTO attachment (id, incident, sha256, size, thumb_sha, thumb_size, urgent, shown)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      incident?.id ?? '',
      file?.sha256 ?? '',
      file?.size ?? 0,
      file?.thumbSha ?? '',
      file?.thumbSize ?? 0,
      Number(urgent),
      Number(added !== null && withdrawn === null),
    )
  },
}
