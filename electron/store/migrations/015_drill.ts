/** Which events carry the mark of a drill: what a console in a drill reads (store/drill). A projection. */
export const drill = `
CREATE TABLE drill_event (
  event_id INTEGER PRIMARY KEY REFERENCES event (id)
) STRICT;
`
