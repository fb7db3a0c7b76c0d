import { textOf } from '../../shared/domain/registers.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import { type Named, type OwnWork, ownWorkOf } from '../../shared/domain/task/verification.ts'
import type { TaskVerifying } from '../../shared/ipc/tasks.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDoers } from '../store/repositories/callBook.ts'
import { readSurvivors } from '../store/repositories/merged.ts'
import { readActivePeople } from '../store/repositories/people.ts'
import { readPost } from '../store/repositories/township.ts'

type Desk = Pick<DeskContext, 'store' | 'session'>

/**
 * Whether whoever sits at the desk may 核销 a task: not one's own work. When nobody else is on duty who may, a leader's word by
 * telephone stands for it.
 */
export function verifyingOf(desk: Desk, task: Task): TaskVerifying {
  const person = desk.session.current()
  if (!person) return { may: 'self' }
  const because = judge(desk, task, person)
  if (because === null) return { may: 'self' }
  const other = otherOnDuty(desk, task, person.id)
  if (other !== null) return { may: 'other', because, name: other }
  const leaders = leadersOf(desk).filter((leader) => judge(desk, task, leader) === null)
  return leaders.length > 0 ? { may: 'consent', because, leaders } : { may: 'nobody', because }
}

/** Why a person may not check a task, under whatever record they stand in it; null: may. */
export function judge({ store: { db } }: Pick<Desk, 'store'>, task: Task, person: Named): OwnWork | null {
  const doers = readDoers(db, taskValues(task).to)
  for (const record of recordsOf(db, person)) {
    const because = ownWorkOf(task, record, doers)
    if (because) return because
  }
  return null
}

/** A person under every record of theirs, merged ones included, with the names they have or had there. */
function recordsOf(db: Desk['store']['db'], { id, name }: Named): readonly Named[] {
  if (id === null) return [{ id, name }]
  const survivors = readSurvivors(db, 'person')
  return survivors
    .aliases(survivors.of(id))
    .map((alias) => ({ id: alias, name: textOf(readState(db, 'person', alias)?.state.fields ?? {}, 'name') || name }))
    .concat({ id, name })
}

/** Another duty officer of this shift who had no part in it. */
export function otherOnDuty(desk: Pick<Desk, 'store'>, task: Task, self: string): string | null {
  const other = readPost(desk.store.db, 'officer').holders.find(
    (holder) => holder.id !== self && judge(desk, task, holder) === null,
  )
  return other?.name ?? null
}

/** Leaders by role or by tonight's post, whoever leads tonight first. */
export function leadersOf({ store }: Pick<Desk, 'store'>) {
  const onDuty = new Set(readPost(store.db, 'leader').holders.map(({ id }) => id))
  return readActivePeople(store.db)
    .filter(({ id, roles }) => onDuty.has(id) || roles.includes('leaderOnDuty') || roles.includes('townshipHead'))
    .map(({ id, name, post, phone }) => ({ id, name, post, phone, onDuty: onDuty.has(id) }))
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty))
}
