/** What is being typed and not yet recorded: it belongs to this console, never travels, and survives a crash. */
export const drafts = `
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  begun_ms INTEGER NOT NULL, saved_ms INTEGER NOT NULL,
  person TEXT NOT NULL, person_name TEXT NOT NULL,  -- who typed last; '' when nobody was signed in
  body TEXT NOT NULL                -- JSON, as the page had it
) STRICT, WITHOUT ROWID;
`
