/**
 * FTS5 joins the parts of its index inside whatever commit fills one up, and that commit, perhaps the one somebody has pressed Enter
 * for, takes ten times as long as the others. From here on it is asked to, in small steps (care/searchMerges.ts); at 200 parts it
 * does so by itself, so that searching stays quick whatever happens to those steps.
 */
export const searchMerges = `
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('usermerge', 8);
INSERT INTO search (search, rank) VALUES ('crisismerge', 200);
`
