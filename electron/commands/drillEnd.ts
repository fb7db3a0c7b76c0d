import { DRILL_ENDED, type DrillCounts } from '../../shared/domain/drill/events.ts'
import { skippedBetween } from '../../shared/domain/incident/course.ts'
import { labelOf } from '../../shared/domain/incident/readIncident.ts'
import { standingOf } from '../../shared/domain/response/course.ts'
import { canCancel } from '../../shared/domain/task/steps.ts'
import type { DrillOpen } from '../../shared/ipc/drill.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState, readStates } from '../store/projections/entityState.ts'
import { readDrill } from '../store/repositories/drills.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { ownConsole } from './drill.ts'
import { requireRole } from './requireRole.ts'
import { aboutTask } from './taskActs.ts'

export function readDrillOpen(desk: DeskContext): DrillOpen {
  if (!desk.drill.now) throw new CommandError('drill.notIn')
  const { incidents, tasks, responses } = findOpenThings(desk)
  return { closedIncidents: incidents.length, closedTasks: tasks.length, closedResponses: responses.length }
}

/**
 * 结束演练 for everybody who takes part: what is still open is closed with it, marked as practice like the rest, and counted. One
 * transaction for what is closed; then the end itself, which is real.
 * @throws {CommandError} drill.notIn, drill.over, session.roleNeeded
 */
export function endDrill(desk: DeskContext): DrillCounts {
  requireRole(desk, 'drill.command')
  const { drill, session } = desk
  if (!drill.now) throw new CommandError('drill.notIn')
  const { id, sinceMs } = drill.now
  const known = readDrill(drill.real.db, id)
  if (known?.ended) throw new CommandError('drill.over')
  const closing = closeAll(desk)
  const counts = { ...countDone(desk, known?.startedAt ?? sinceMs), ...readDrillOpen(desk) }
  if (closing.length > 0) desk.store.append(closing, { author: session.author() })
  const body = { drill: { id, name: known?.name || id }, console: ownConsole(desk), counts }
  drill.change(null, [{ kind: 'drill.ended', entity: id, body }], { author: session.author() })
  return counts
}

function findOpenThings({ store: { db } }: DeskContext) {
  const open = db
    .prepare<[], { id: string }>(
      `SELECT id FROM incident WHERE standing = 'open' AND phase NOT IN ('ended', 'archived')`,
    )
    .all()
  return {
    incidents: open.flatMap(({ id }) => readState(db, 'incident', id)?.state ?? []),
    tasks: readStates(db, 'task').filter(({ status, voided }) => canCancel(status) && !voided),
    responses: readStates(db, 'response').filter(({ course }) => standingOf(course) === 'running'),
  }
}

function closeAll(desk: DeskContext): readonly AnyDraft[] {
  const at = desk.now()
  const author = desk.session.author()
  const { incidents, tasks, responses } = findOpenThings(desk)
  const reason = DRILL_ENDED
  const authority = { name: author.name, role: null, means: 'inPerson' as const, at }
  return [
    ...tasks.map(
      (task): AnyDraft => ({
        kind: 'task.cancelled',
        entity: task.id,
        body: { ...aboutTask(task), at, means: 'inPerson', reason },
      }),
    ),
    ...responses.flatMap(({ id, incident }): readonly AnyDraft[] =>
      incident ? [{ kind: 'response.ended', entity: id, body: { incident, at, authority, reason } }] : [],
    ),
    ...incidents.map((incident): AnyDraft => {
      const skipped = [...skippedBetween(incident.course.phase, 'ended')]
      return {
        kind: 'incident.advanced',
        entity: incident.id,
        body: { label: labelOf(incident), to: 'ended', skipped, reason },
      }
    }),
  ]
}

function countDone({ store: { db }, now }: DeskContext, startedAt: number) {
  const count = (sql: string) => db.prepare<[], { count: number }>(sql).get()?.count ?? 0
  return {
    minutes: Math.max(0, Math.round((now() - startedAt) / 60_000)),
    events: count('SELECT count(*) AS count FROM log_line'),
    calls: count('SELECT count(*) AS count FROM call WHERE voided = 0'),
    incidents: count(`SELECT count(*) AS count FROM incident WHERE standing <> 'voided'`),
    tasks: count('SELECT count(*) AS count FROM task WHERE voided = 0'),
    reports: count(`SELECT count(*) AS count FROM log_line WHERE kind = 'report.sent'`),
    missed: count(`SELECT count(*) AS count FROM log_line WHERE kind LIKE '%.lateExplained'`),
  }
}
