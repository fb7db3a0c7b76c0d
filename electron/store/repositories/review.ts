import type { Interruption, ReviewPage } from '../../../shared/domain/review/page.ts'
import type { Task } from '../../../shared/domain/task/task.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope } from '../../../shared/protocol/envelope.ts'

/** All tasks of an incident and of those merged into it. */
export function readTasksOf(db: ReadableDb, incident: string): readonly Task[] {
  return db
    .prepare<[string], { state: string }>(
      `SELECT s.state FROM incident i JOIN task t ON t.incident = i.id AND t.incident <> ''
       JOIN entity_state s ON s.aggregate = 'task' AND s.entity = t.id WHERE i.root = ? ORDER BY t.issued_at, t.id`,
    )
    .all(incident)
    .map(({ state }) => JSON.parse(state) as Task)
}

/** Who wrote records of an incident, the most first. */
export function readPeopleOf(db: ReadableDb, incident: string): ReviewPage['people'] {
  return db
    .prepare<[string], ReviewPage['people'][number]>(
      `SELECT l.person_name AS name, count(*) AS records, min(l.at_ms) AS firstAt, max(l.at_ms) AS lastAt
       FROM (SELECT DISTINCT m.event_id FROM incident i JOIN mention m ON m.subject = i.id WHERE i.root = ?) a
       JOIN log_line l ON l.event_id = a.event_id WHERE l.person_name <> ''
       GROUP BY l.person_name ORDER BY records DESC, name`,
    )
    .all(incident)
}

/** What this console told of itself between two instants: its power, and runs that ended without being shut down. */
export function readInterruptions(db: ReadableDb, origin: string, from: number, to: number): readonly Interruption[] {
  return db
    .prepare<[number, number, string], { kind: string; at: number; bytes: Uint8Array }>(
      `SELECT l.kind, l.at_ms AS at, e.bytes FROM log_line l JOIN event e ON e.id = l.event_id
       WHERE l.kind IN ('console.powerChanged', 'console.started') AND l.at_ms BETWEEN ? AND ? AND e.origin = ?
       ORDER BY l.at_ms, l.event_id`,
    )
    .all(from, to, origin)
    .flatMap(({ kind, at, bytes }): readonly Interruption[] => {
      const { body } = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
      if (kind === 'console.powerChanged') return [{ kind: body.onBattery ? 'onBattery' : 'onMains', at }]
      return body.lastSeen === undefined ? [] : [{ kind: 'cutOff', at }]
    })
}
