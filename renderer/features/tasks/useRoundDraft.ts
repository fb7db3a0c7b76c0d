import { useState } from 'react'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { draftName } from '../../components/draftName.ts'
import { type Draft, useDraft } from '../../components/useDraft.ts'
import { type InRound, readInRound, roundOf } from './actDraft.ts'

/**
 * What is half typed of a task, for the round in which the form was opened: after 重新下达 the form is empty again, with the new
 * recipient and the present time.
 * @param what as in {@link draftName}
 * @param present the round; one number throughout for what is said of the task whoever has it
 */
export function useRoundDraft<Body extends object>(
  task: TaskDetail,
  what: string,
  read: (kept: unknown) => Body | null,
  present = roundOf(task),
): Draft<Body> {
  const [round] = useState(present)
  const draft = useDraft<InRound<Body>>('act', draftName(what, task.row.id), (kept) => readInRound(kept, round, read))
  return { ...draft, keep: (body) => draft.keep(body && { ...body, round }) }
}
