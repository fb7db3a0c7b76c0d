import type { DrilledIncident } from '../../shared/domain/review/events.ts'
import { type ReviewWords, reviewWordsFile, sayFollowUpOf } from '../../shared/domain/review/paper.ts'
import { readWords } from '../documents/readWords.ts'

/** What an after-action review says on paper. @throws {CommandError} report.dataBroken */
export function readReviewWords(): ReviewWords {
  return readWords('review.json', reviewWordsFile)
}

/**
 * What a real task says of a lesson from a drill: whoever has the slip in hand must not take the practised disaster for a real one.
 * @throws {CommandError} report.dataBroken
 */
export function sayFollowUp(drill: DrilledIncident, happened: string): string {
  return sayFollowUpOf(readReviewWords(), drill, happened)
}
