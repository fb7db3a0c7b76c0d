/** Columns of calls and incidents for their ledgers. Projections: all may be dropped and rebuilt from event. */
export const incidents = `
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  no TEXT NOT NULL, title TEXT NOT NULL,
  type TEXT NOT NULL, type_name TEXT NOT NULL,      -- '' not known
  level TEXT NOT NULL, level_rank INTEGER NOT NULL,
  phase TEXT NOT NULL, phase_rank INTEGER NOT NULL,
  village TEXT NOT NULL, village_name TEXT NOT NULL, place TEXT NOT NULL,
  at_ms INTEGER,                    -- when it happened; NULL not known
  opened_ms INTEGER NOT NULL,       -- by the clock of who opened it
  known INTEGER NOT NULL,           -- 0: the event that opened it has not arrived
  own_standing TEXT NOT NULL,       -- open, dismissed, voided
  merged_into TEXT, split_from TEXT,
  root TEXT NOT NULL,               -- the incident it ends in when merged; else its own id
  standing TEXT NOT NULL,           -- open, dismissed, merged, voided
  bodies TEXT NOT NULL,             -- JSON: names of bodies it was transferred to
  official TEXT NOT NULL,           -- JSON: adopted figures by field
  conflicts INTEGER NOT NULL        -- values and moves made at the same time, for a person to look at
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_opened ON incident (standing, opened_ms);
CREATE INDEX incident_all_opened ON incident (opened_ms);
CREATE INDEX incident_merged ON incident (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX incident_split ON incident (split_from) WHERE split_from IS NOT NULL;
CREATE INDEX incident_root ON incident (root);

CREATE TABLE call (
  id TEXT PRIMARY KEY,
  no TEXT NOT NULL, about TEXT NOT NULL,
  reported_ms INTEGER NOT NULL, at_ms INTEGER,
  source TEXT NOT NULL, source_name TEXT NOT NULL,
  type TEXT NOT NULL, type_name TEXT NOT NULL,
  level TEXT NOT NULL, level_rank INTEGER NOT NULL,
  village TEXT NOT NULL, village_name TEXT NOT NULL, place TEXT NOT NULL,
  incident TEXT,
  unconfirmed INTEGER NOT NULL,     -- 1: taken without sign-in, nobody has confirmed it yet
  voided INTEGER NOT NULL,
  conflicts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX call_reported ON call (reported_ms);
CREATE INDEX call_incident ON call (incident, reported_ms);
CREATE INDEX call_unconfirmed ON call (reported_ms) WHERE unconfirmed = 1;

CREATE TABLE figure_claim (
  owner TEXT NOT NULL,              -- the call or incident it was made in
  id TEXT NOT NULL,
  incident TEXT NOT NULL,
  field TEXT NOT NULL, amount TEXT NOT NULL,        -- JSON; null is “unknown”, not zero
  source TEXT NOT NULL, at_ms INTEGER NOT NULL,
  PRIMARY KEY (owner, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_claim_incident ON figure_claim (incident);

CREATE INDEX mention_event ON mention (event_id);
`
