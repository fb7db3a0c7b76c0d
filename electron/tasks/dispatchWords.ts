import { type DispatchWords, dispatchWordsFile } from '../../shared/domain/task/script.ts'
import { readWords } from '../documents/readWords.ts'

/** What is read aloud and printed with a task. @throws {CommandError} report.dataBroken */
export function readDispatchWords(): DispatchWords {
  return readWords('dispatch.json', dispatchWordsFile)
}
