/** Lifelines that were cut, for the board. A projection: may be dropped and rebuilt from event. */
export const outage = `
CREATE TABLE outage (
  id TEXT PRIMARY KEY,
  utility TEXT NOT NULL,
  village TEXT NOT NULL, village_name TEXT NOT NULL, place TEXT NOT NULL,
  incident TEXT NOT NULL,           -- '' none
  since_ms INTEGER NOT NULL,
  repaired_ms INTEGER,              -- NULL: still cut
  open INTEGER NOT NULL             -- 1: cut, and not void
) STRICT, WITHOUT ROWID;
CREATE INDEX outage_open ON outage (open) WHERE open = 1;
CREATE INDEX outage_incident ON outage (incident) WHERE incident <> '';
`
