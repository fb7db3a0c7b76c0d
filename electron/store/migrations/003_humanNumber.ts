/** Numbers given to calls, incidents and tasks, so that the next one is found without reading the log. A projection. */
export const humanNumber = `
CREATE TABLE human_number (
  series TEXT NOT NULL,             -- aggregate: call, incident, task
  day TEXT NOT NULL,                -- Beijing date
  letter TEXT NOT NULL,             -- console
  counter INTEGER NOT NULL,
  PRIMARY KEY (series, day, letter, counter)
) STRICT, WITHOUT ROWID;
`
