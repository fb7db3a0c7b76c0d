/** The event log, what follows from it, and what belongs to this console alone. */
export const log = `
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  epoch TEXT NOT NULL,
  lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)),
  seq INTEGER NOT NULL,
  branch INTEGER NOT NULL,          -- 0 the chain; 1.. another history claimed under the same identity (fork)
  n INTEGER NOT NULL,
  hlc BLOB NOT NULL,                -- 8 bytes big-endian: a 64-bit integer would lose digits in JavaScript
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  received_ms INTEGER NOT NULL,     -- this console's wall clock when it was stored
  bytes BLOB NOT NULL               -- exactly what was hashed
) STRICT;
CREATE UNIQUE INDEX event_identity ON event (origin, epoch, lane, seq, branch);
CREATE INDEX event_entity ON event (entity);
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE chain_head (
  origin TEXT NOT NULL, epoch TEXT NOT NULL, lane INTEGER NOT NULL,
  seq INTEGER NOT NULL, hash BLOB NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (origin, epoch, lane)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL,
  heads TEXT NOT NULL,
  device_signature BLOB NOT NULL,
  hub_id TEXT, hub_epoch TEXT, hub_ms INTEGER, hub_signature BLOB,
  UNIQUE (origin, epoch, n)
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Projections: all that follows may be dropped and rebuilt from event.
CREATE TABLE entity_state (
  aggregate TEXT NOT NULL, entity TEXT NOT NULL, state TEXT NOT NULL, tips TEXT NOT NULL,
  PRIMARY KEY (aggregate, entity)   -- both: an event of another kind under a known id must not touch what is known of it
) STRICT;                           -- with rowid: a state is rewritten at every act, and rows without one overflow at 1,000 bytes

-- Events that their own device wrote again in a new epoch: they stay in the log and count no more. May come before the event.
CREATE TABLE withdrawn (
  hash BLOB NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL,
  PRIMARY KEY (hash, origin, kind, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_line (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  at_ms INTEGER NOT NULL,           -- when the author wrote it, by the author's clock
  day TEXT NOT NULL,                -- Beijing date of at_ms
  kind TEXT NOT NULL,
  person TEXT NOT NULL,             -- id of the author, '' when nobody was signed in
  person_name TEXT NOT NULL
) STRICT;
CREATE INDEX log_line_time ON log_line (at_ms, event_id);
CREATE INDEX log_line_person ON log_line (person, at_ms);
CREATE INDEX log_line_kind ON log_line (kind, at_ms);

CREATE TABLE mention (
  subject TEXT NOT NULL, event_id INTEGER NOT NULL REFERENCES event (id),
  PRIMARY KEY (subject, event_id)
) STRICT, WITHOUT ROWID;

-- The text is tokens already (shared/domain/bigrams.ts). unicode61 would drop characters younger than its tables, such as rare
-- ones in names of villages; ascii takes every other character as it is.
CREATE VIRTUAL TABLE search USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
`
