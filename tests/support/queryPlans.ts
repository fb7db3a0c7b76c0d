import type { ReadableDb } from '../../shared/node/openDatabase.ts'

/** What SQLite would do for every statement that `read` runs: lines of EXPLAIN QUERY PLAN. */
export function plansOf(db: ReadableDb, read: (db: ReadableDb) => unknown): readonly string[] {
  const asked = new Set<string>()
  const spy: ReadableDb = {
    name: db.name,
    open: db.open,
    pragma: db.pragma.bind(db),
    prepare: ((sql: string) => {
      asked.add(sql)
      return db.prepare(sql)
    }) as ReadableDb['prepare'],
  }
  read(spy)
  return [...asked].flatMap((sql) => explain(db, sql))
}

function explain(db: ReadableDb, sql: string): readonly string[] {
  const holes = sql.match(/\?/g)?.length ?? 0
  const names = sql.match(/(?<=:)[a-zA-Z]\w*/g) ?? []
  const values: unknown[] =
    names.length > 0 ? [Object.fromEntries(names.map((name) => [name, null]))] : Array<null>(holes).fill(null)
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
}
