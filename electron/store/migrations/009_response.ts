/** The response to each incident, for the lists and clocks. A projection: may be dropped and rebuilt from event. */
export const response = `
CREATE TABLE response (
  id TEXT PRIMARY KEY,
  incident TEXT NOT NULL,
  standing TEXT NOT NULL,           -- none, running, ended
  level TEXT NOT NULL,              -- '' before the first start
  commander TEXT NOT NULL,
  since_ms INTEGER, started_ms INTEGER, ended_ms INTEGER,   -- of the last run
  watched INTEGER NOT NULL          -- 1: a clock runs, or was missed and nobody has said why
) STRICT, WITHOUT ROWID;
CREATE INDEX response_incident ON response (incident);
CREATE INDEX response_watched ON response (watched) WHERE watched = 1;
`
