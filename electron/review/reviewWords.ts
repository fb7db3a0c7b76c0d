import { readFileSync } from 'node:fs'
import type { DrilledIncident } from '../../shared/domain/review/events.ts'
import { type ReviewWords, reviewWordsFile, sayFollowUpOf } from '../../shared/domain/review/paper.ts'
import { CommandError } from '../commands/commandError.ts'
import { findResource } from '../findResource.ts'

const FILE = 'documents/review.json'

/** A small file, asked for by hand: it is read anew each time. @throws {CommandError} report.dataBroken */
export function readReviewWords(): ReviewWords {
  try {
    return reviewWordsFile.parse(JSON.parse(readFileSync(findResource(FILE), 'utf8')))
  } catch (error) {
    console.error(`[review] ${FILE}`, error)
    throw new CommandError('report.dataBroken', { file: `resources/${FILE}` })
  }
}

/**
 * What a real task says of a lesson from a drill: whoever has the slip in hand must not take the practised disaster for a real one.
 * @throws {CommandError} report.dataBroken
 */
export function sayFollowUp(drill: DrilledIncident, happened: string): string {
  return sayFollowUpOf(readReviewWords(), drill, happened)
}
