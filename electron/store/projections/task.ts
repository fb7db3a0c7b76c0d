import { isWatched } from '../../../shared/domain/deadline.ts'
import { acknowledgeSpan, taskClocks } from '../../../shared/domain/task/clocks.ts'
import { isFailed } from '../../../shared/domain/task/rings.ts'
import { isActive, isOpen } from '../../../shared/domain/task/steps.ts'
import { taskValues } from '../../../shared/domain/task/values.ts'
import type { Projection } from './projection.ts'

export const taskProjection: Projection<'task'> = {
  aggregate: 'task',
  tables: ['task'],
  write(db, id, task) {
    const { title, to, at, dueAt, urgency } = taskValues(task)
    const acknowledge = acknowledgeSpan(task)
    const last = task.acts.findLast(({ effect }) => effect !== 'none')
    const moved = task.acts.findLast(
      ({ act, effect }) => effect !== 'none' && (act === 'departed' || act === 'arrived'),
    )
    db.prepare(
      `INSERT OR REPLACE INTO task (id, no, title, status, open, active, urgency, recipient_kind, recipient, recipient_name,
         incident, incident_no, incident_title, order_id, order_no, issued_at, due_at, acknowledge_by, answered_at, ended_at,
         last_at, last_by, unreported, ineffective, known, watched, voided,
         acknowledge_from, calls_failed, self_verified, moved, moved_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?, ?)`,
    ).run(
      id,
      task.no,
      title,
      task.status,
      Number(isOpen(task.status) && !task.voided),
      Number(isActive(task.status) && !task.voided),
      urgency,
      to?.kind ?? '',
      to?.id ?? '',
      to?.name ?? '',
      task.incident?.id ?? '',
      task.incident?.no ?? '',
      task.incident?.title ?? '',
      task.order?.id ?? '',
      task.order?.no ?? '',
      at ?? last?.at ?? 0,
      dueAt,
      acknowledge?.dueAt ?? null,
      task.answeredAt,
      task.endedAt,
      last?.at ?? at ?? 0,
      last?.by ?? '',
      task.acts.reduce((count, { skipped }) => count + skipped.length, 0),
      task.acts.filter(({ effect, voided }) => effect === 'none' && !voided).length,
      Number(task.stub === null && task.no !== ''),
      Number(taskClocks(task).some(isWatched)),
      Number(task.voided !== null),
      acknowledge?.from ?? null,
      task.rings.filter((ring) => ring.round === task.round && isFailed(ring)).length,
      Number(task.acts.some(({ selfVerified, effect }) => selfVerified && effect !== 'none')),
      moved && !task.voided ? moved.act : '',
      moved?.at ?? null,
    )
  },
}
