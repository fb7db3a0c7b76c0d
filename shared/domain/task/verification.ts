import type { EventOf } from '../event.ts'
import type { Recipient } from './events.ts'
import type { Task } from './task.ts'
import { taskValues } from './values.ts'

/** A person as far as it is known: people without an account have a name only. */
export interface Named {
  readonly id: string | null
  readonly name: string
}

/** Why somebody may not 核销: was to do it, reported it done, or belongs to the team that did it. */
export type OwnWork = 'recipient' | 'reporter' | 'member'

/**
 * Whether a task is somebody's own work, which somebody else has to check. `members` are the names of the doing team's people.
 * A number on paper and a voice on the telephone have no account: where an id is missing the name decides. Whoever reported it done
 * and was chosen from the roster is known by id: another of the same name is somebody else.
 */
export function ownWorkOf(
  task: Pick<Task, 'fields' | 'stub' | 'acts'>,
  person: Named,
  members: readonly string[],
): OwnWork | null {
  return ownWorkIn(taskValues(task).to, task.acts, person, members)
}

function ownWorkIn(
  to: Recipient | null,
  acts: Task['acts'],
  person: Named,
  members: readonly string[],
): OwnWork | null {
  if (to?.kind === 'person' && (to.id === person.id || isNamed(to.name, person))) return 'recipient'
  const done = lastDone(acts)
  if (done && to?.name !== done.by && isReporter(done, person)) return 'reporter'
  return members.some((name) => isNamed(name, person)) ? 'member' : null
}

/** Who stands for a 核销, from what the event says itself: who is in a team tonight is no part of the record. */
export function checkersOf({ body, author }: EventOf<'task.progressed'>): readonly Named[] {
  if (body.consent) return [body.consent.person]
  const self = author?.name === body.by ? author.person : null
  const said = { id: body.person?.id ?? self, name: body.by }
  return author ? [{ id: author.person, name: author.name }, said] : [said]
}

/** Whether one of those who stand for a 核销 was to do the task, or reported it done by then. */
export function isOwnWork(to: Recipient | null, acts: Task['acts'], checkers: readonly Named[]): boolean {
  return checkers.some((person) => ownWorkIn(to, acts, person, []) !== null)
}

function isReporter({ person: id, by }: Task['acts'][number], person: Named): boolean {
  return id !== undefined && person.id !== null ? id === person.id : isNamed(by, person)
}

function lastDone(acts: Task['acts']): Task['acts'][number] | undefined {
  return acts.findLast(({ act, effect }) => act === 'completed' && effect !== 'none')
}

function isNamed(text: string, { name }: Named): boolean {
  return name !== '' && text.replace(/\s/g, '') === name.replace(/\s/g, '')
}
