import { dutyEntity, type Post } from '../../shared/domain/duty/events.ts'
import type { DeskContext } from '../deskContext.ts'
import { readPost } from '../store/repositories/township.ts'
import { CommandError } from './commandError.ts'
import { requirePerson } from './people.ts'
import { requireRole } from './requireRole.ts'

/** 接班: the person takes the post over from whoever holds it. The leader need not sit at the console: the officer notes it. */
export function takeDuty(
  context: DeskContext,
  { post, person: id, note, base }: { post: Post; person: string; note: string; base: readonly string[] },
): null {
  const flags = requireRole(context, 'duty.take')
  const person = requirePerson(context, id)
  const holder = readPost(context.store.db, post).holders
  if (holder.length === 1 && holder[0]?.id === id) throw new CommandError('duty.alreadyOnDuty', { name: person.name })
  const from = holder.find((one) => one.id !== id)
  context.store.append(
    [
      {
        kind: 'duty.taken',
        entity: dutyEntity(post),
        body: from ? { person, from: { id: from.id, name: from.name }, note } : { person, note },
        base,
      },
    ],
    { author: context.session.author(), flags },
  )
  return null
}
