/** The first rows that fit into so many bytes; the first one always. Ends the reading there. */
export function takeWithin<Row extends { readonly bytes: Uint8Array }>(
  rows: Iterable<Row>,
  bytes: number,
): readonly Row[] {
  const taken: Row[] = []
  let sum = 0
  for (const row of rows) {
    sum += row.bytes.length
    if (taken.length > 0 && sum > bytes) break
    taken.push(row)
  }
  return taken
}
