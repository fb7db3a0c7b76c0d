import { scriptOf } from '../../shared/domain/task/script.ts'
import { composeSlip, type SlipSize, type TaskSlip } from '../../shared/domain/task/slip.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DeskContext } from '../deskContext.ts'
import { saveWord } from '../documents/saveWord.ts'
import { readHeadCode } from '../store/headCode.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDispatchWords } from './dispatchWords.ts'
import { scriptFactsOf } from './scriptFacts.ts'

/** 任务单, and the name its file would have. @throws {CommandError} task.unknown, report.dataBroken */
export function slipOf(desk: DeskContext, id: string): { readonly slip: TaskSlip; readonly fileName: string } {
  const { store } = desk
  const task = readState(store.db, 'task', id)?.state
  if (!task) throw new CommandError('task.unknown')
  const words = readDispatchWords()
  const { to, at, dueAt, urgency, title } = taskValues(task)
  const facts = scriptFactsOf(desk, task, task.drill)
  const slip = composeSlip(
    {
      no: task.no,
      township: facts.township,
      officer: facts.officer,
      issuedAt: at,
      recipient: facts.recipient,
      // No number of anybody stands on a paper of a drill.
      phone: task.drill ? '' : (to?.phone ?? ''),
      incident: facts.incident,
      place: facts.place,
      urgency,
      dueAt,
      authority: facts.authority,
      script: scriptOf(facts, words),
      headCode: readHeadCode(store.db, store.origin, store.epoch),
      drill: task.drill,
    },
    words,
  )
  const name = words.slip.fileName.replace('{no}', task.no).replace('{title}', title)
  return { slip, fileName: `${task.drill ? words.drill : ''}${name}`.slice(0, 100) }
}

/** The slip as a Word file. @throws {CommandError} documents.*, task.unknown */
export async function exportSlip(desk: DeskContext, id: string, size: SlipSize): Promise<SavedDocument> {
  const { slip, fileName } = slipOf(desk, id)
  return saveWord(desk.documentHost, fileName, 'documents/writeSlip.worker.ts', { slip, size })
}
