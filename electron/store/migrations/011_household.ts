/** Households on the register, a line each for the ledger. A projection: may be dropped and rebuilt from event. */
export const household = `
CREATE TABLE household_line (
  household TEXT PRIMARY KEY,
  line TEXT NOT NULL                -- JSON of HouseholdLine without its tips
) STRICT, WITHOUT ROWID;
`
