/** Teams as the ledger shows them, without their members: a township's roster is far larger than its list of teams. */
export const team = `
CREATE TABLE team_line (
  team TEXT PRIMARY KEY,
  merged_into TEXT,                 -- null: stands for itself
  line TEXT NOT NULL                -- JSON of TeamLine without tips
) STRICT, WITHOUT ROWID;
CREATE INDEX team_line_merged ON team_line (merged_into) WHERE merged_into IS NOT NULL;
`
