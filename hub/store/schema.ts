/** All migrations of the hub's database in order; user_version counts those applied. Never change one that was released. */
export const migrations: readonly string[] = [
  `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE township (division TEXT PRIMARY KEY, name TEXT NOT NULL, created_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  origin TEXT PRIMARY KEY, public_key TEXT NOT NULL, division TEXT NOT NULL REFERENCES township (division),
  name TEXT NOT NULL, letter TEXT NOT NULL, enrolled_ms INTEGER NOT NULL, revoked_ms INTEGER,
  UNIQUE (division, letter)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_code (
  key TEXT PRIMARY KEY,             -- a hash: the code itself is not kept
  division TEXT NOT NULL REFERENCES township (division),
  expires_ms INTEGER NOT NULL, used_ms INTEGER, used_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  origin TEXT NOT NULL, epoch TEXT NOT NULL, lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)), seq INTEGER NOT NULL,
  scope TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL,              -- exactly what was hashed
  UNIQUE (origin, epoch, lane, seq)
) STRICT;
CREATE INDEX event_scope ON event (scope, id);
CREATE INDEX event_entity ON event (entity, id);
CREATE INDEX event_kind ON event (kind, id);

CREATE TABLE head (
  origin TEXT NOT NULL, epoch TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL,
  hash TEXT,                        -- null behind an event that has none
  PRIMARY KEY (origin, epoch, lane)
) STRICT, WITHOUT ROWID;

-- Events that consumed their number without being accepted.
CREATE TABLE parked (
  origin TEXT NOT NULL, epoch TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL,
  code TEXT NOT NULL, hash TEXT, bytes BLOB NOT NULL, received_ms INTEGER NOT NULL,
  PRIMARY KEY (origin, epoch, lane, seq)
) STRICT, WITHOUT ROWID;

-- The other branches of forks: another event under an identity, or one with another past.
CREATE TABLE branch (
  hash BLOB PRIMARY KEY,
  origin TEXT NOT NULL, epoch TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL,
  bytes BLOB NOT NULL, received_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each console is to receive, numbered without a gap per console and lane.
CREATE TABLE feed (
  device TEXT NOT NULL, lane INTEGER NOT NULL, feed_seq INTEGER NOT NULL, event_id INTEGER NOT NULL REFERENCES event (id),
  PRIMARY KEY (device, lane, feed_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_event ON feed (event_id);
CREATE TABLE feed_head (
  device TEXT NOT NULL, lane INTEGER NOT NULL, feed_seq INTEGER NOT NULL, delivered INTEGER NOT NULL, delivered_ms INTEGER,
  PRIMARY KEY (device, lane)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  id INTEGER PRIMARY KEY, origin TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL, heads TEXT NOT NULL,
  signature TEXT NOT NULL, countersignature TEXT NOT NULL, at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX checkpoint_origin ON checkpoint (origin, epoch, n);

CREATE TABLE alarm (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
` +
    ['event', 'parked', 'branch', 'feed', 'checkpoint', 'alarm']
      .flatMap((table) => ['UPDATE', 'DELETE'].map((act) => appendOnly(table, act)))
      .join('\n'),
  // A feed is numbered when its console is there to receive it: with twenty consoles in a township an event used to cost twenty
  // rows before anybody heard that it was held.
  `
CREATE TABLE feed_end (device TEXT PRIMARY KEY, event_id INTEGER NOT NULL) STRICT, WITHOUT ROWID; -- the last event its feed was filled with
INSERT INTO feed_end SELECT origin, (SELECT coalesce(max(id), 0) FROM event) FROM device;
DROP INDEX event_scope;
CREATE INDEX event_scope ON event (scope, id, lane, origin); -- all that filling a feed asks for
`,
]

function appendOnly(table: string, act: string): string {
  return `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;`
}
