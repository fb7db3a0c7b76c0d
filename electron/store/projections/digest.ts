import { createHash } from 'node:crypto'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/**
 * SHA-256 (hexadecimal) over all rows of a table in the order of its key: two tables hold the same exactly when it is equal.
 */
export function digestTable(db: ReadableDb, table: string): string {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table)
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = (key.length > 0 ? key : columns).map(({ name }) => quote(name)).join(', ')
  const names = columns.map(({ name }) => quote(name)).join(', ')
  return digestRows(
    db.prepare<[], Record<string, unknown>>(`SELECT ${names} FROM ${quote(table)} ORDER BY ${order}`).iterate(),
  )
}

/** SHA-256 (hexadecimal) over rows as they come. */
export function digestRows(rows: Iterable<Record<string, unknown>>): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(JSON.stringify(Object.values(row).map(writable))).update('\n')
  return hash.digest('hex')
}

function writable(value: unknown): unknown {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
