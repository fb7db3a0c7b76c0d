/** Tasks, county orders, what the county has read; and which alarms were heard at this console. */
export const tasks = `
-- A row a task, from its state alone. Whether it is late is asked at read time: no column knows what time it is.
CREATE TABLE task (
  id TEXT PRIMARY KEY,
  no TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL,            -- something is still expected of the recipient
  active INTEGER NOT NULL,          -- open, or waiting for us: to be verified, to be given again
  urgency TEXT NOT NULL,
  recipient_kind TEXT NOT NULL, recipient TEXT NOT NULL, recipient_name TEXT NOT NULL,
  incident TEXT NOT NULL, incident_no TEXT NOT NULL, incident_title TEXT NOT NULL,
  order_id TEXT NOT NULL, order_no TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  due_at INTEGER,
  acknowledge_by INTEGER,
  answered_at INTEGER,
  ended_at INTEGER,
  last_at INTEGER NOT NULL, last_by TEXT NOT NULL,
  unreported INTEGER NOT NULL,      -- steps jumped over and never reported
  ineffective INTEGER NOT NULL,     -- acts kept without effect
  known INTEGER NOT NULL,           -- 0: only later events have arrived
  watched INTEGER NOT NULL,         -- a clock of it runs, or was missed without a reason
  voided INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_issued ON task (issued_at, id);
CREATE INDEX task_active ON task (issued_at, id) WHERE active = 1;
CREATE INDEX task_incident ON task (incident, issued_at) WHERE incident <> '';
CREATE INDEX task_recipient ON task (recipient, issued_at);
CREATE INDEX task_order ON task (order_id, issued_at) WHERE order_id <> '';
CREATE INDEX task_watched ON task (id) WHERE watched = 1;

CREATE TABLE county_order (
  id TEXT PRIMARY KEY,
  no TEXT NOT NULL,
  title TEXT NOT NULL,
  urgency TEXT NOT NULL,
  status TEXT NOT NULL,
  issued_at INTEGER NOT NULL, issued_by TEXT NOT NULL,
  reply_by INTEGER,
  acknowledged_at INTEGER,
  replied_at INTEGER,
  closed_at INTEGER,
  known INTEGER NOT NULL,
  watched INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX county_order_issued ON county_order (issued_at, id);
CREATE INDEX county_order_open ON county_order (issued_at, id) WHERE status <> 'closed';
CREATE INDEX county_order_watched ON county_order (id) WHERE watched = 1;

CREATE TABLE county_read (
  hash TEXT PRIMARY KEY,            -- 64 hexadecimal digits of the event
  version TEXT NOT NULL,            -- the first 16
  by_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX county_read_version ON county_read (version);

-- This console's own: alarms somebody here has heard. Never travels, never rebuilt.
CREATE TABLE alarm_heard (
  id TEXT PRIMARY KEY,              -- subject/clock/due/stage
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
