import { readFileSync } from 'node:fs'
import { type DispatchWords, dispatchWordsFile } from '../../shared/domain/task/script.ts'
import { CommandError } from '../commands/commandError.ts'
import { findResource } from '../findResource.ts'

const FILE = 'documents/dispatch.json'

/** What is read aloud and printed with a task. A small file, asked for by hand: it is read anew each time. @throws {CommandError} report.dataBroken */
export function readDispatchWords(): DispatchWords {
  try {
    return dispatchWordsFile.parse(JSON.parse(readFileSync(findResource(FILE), 'utf8')))
  } catch (error) {
    console.error(`[tasks] ${FILE}`, error)
    throw new CommandError('report.dataBroken', { file: `resources/${FILE}` })
  }
}
