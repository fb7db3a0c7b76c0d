/** Photos and documents on incidents. `attachment` is a projection; `attachment_file` is this console's own. */
export const attachment = `
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  incident TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  thumb_sha TEXT NOT NULL, thumb_size INTEGER NOT NULL, -- '' and 0: none
  urgent INTEGER NOT NULL,
  shown INTEGER NOT NULL             -- 1: added, and not withdrawn
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_incident ON attachment (incident);
CREATE INDEX attachment_sha ON attachment (sha256);

-- What this console knows of the bytes behind a hash, beyond the log.
CREATE TABLE attachment_file (
  sha TEXT PRIMARY KEY,
  held_epoch TEXT NOT NULL,          -- life of the hub that said it holds them; '' none did
  asked TEXT NOT NULL                -- 'send' or 'fetch': a person wants them moved now; '' nobody does
) STRICT, WITHOUT ROWID;
`
