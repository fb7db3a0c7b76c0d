/**
 * How this console stood with its county, spell by spell, by its own observation: no record of the duty log, known nowhere else.
 * Where two spells do not meet, nobody was looking.
 */
export const linkSpell = `
CREATE TABLE link_spell (
  id INTEGER PRIMARY KEY,           -- in the order they were seen; the wall clock may have been set back
  way TEXT NOT NULL,                -- none, satellite, wide: see shared/domain/review/linkSpells.ts
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL         -- seen until then; moved on once a minute
) STRICT;
CREATE INDEX link_spell_until ON link_spell (until_ms);
`
