/** Where the exchange with the county's hub stands. Belongs to this console; nothing here follows from events. */
export const sync = `
CREATE TABLE own_ack (
  epoch TEXT NOT NULL, lane INTEGER NOT NULL,
  acked INTEGER NOT NULL,           -- last seq the hub holds durably
  acked_once INTEGER NOT NULL,      -- last seq it ever confirmed; above acked after the hub lost something
  closed_at INTEGER,                -- a forked chain: what follows this seq was written again in a later epoch
  PRIMARY KEY (epoch, lane)
) STRICT, WITHOUT ROWID;

-- When the hub confirmed: an event's hub time is that of the first confirmation at or above its seq.
CREATE TABLE hub_ack (
  epoch TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL, hub_ms INTEGER NOT NULL,
  PRIMARY KEY (epoch, lane, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE parked (
  epoch TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (epoch, lane, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE down_cursor (lane INTEGER PRIMARY KEY, feed_seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
`
