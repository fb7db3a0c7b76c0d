/** Acts after a revocation; and what proves a person at this console, which never leaves it. */
export const people = `
ALTER TABLE log_line ADD COLUMN after_revocation INTEGER NOT NULL DEFAULT 0 CHECK (after_revocation IN (0, 1));

CREATE TABLE credential (
  purpose TEXT NOT NULL CHECK (purpose IN ('password', 'code', 'join', 'recovery')),
  person TEXT NOT NULL,             -- '' where it is the console's own
  verifier TEXT NOT NULL,           -- JSON: scrypt parameters, salt, key; never what was typed
  made_ms INTEGER NOT NULL,
  expires_ms INTEGER,
  PRIMARY KEY (purpose, person)
) STRICT, WITHOUT ROWID;

-- Failures in a row since the last success; kept over restarts.
CREATE TABLE failed_attempt (
  subject TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
