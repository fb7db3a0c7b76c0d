import { beijingDay } from '../../shared/domain/beijing.ts'
import { reviewPaper } from '../../shared/domain/review/paper.ts'
import type { ArgsOf } from '../../shared/ipc/contract.ts'
import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DeskContext } from '../deskContext.ts'
import { saveWord } from '../documents/saveWord.ts'
import { readHeadCode } from '../store/headCode.ts'
import { readTownship } from '../store/repositories/township.ts'
import { readReview } from './readReview.ts'
import { readReviewWords } from './reviewWords.ts'

/** 复盘报告 as a Word file, built in a worker thread. @throws {CommandError} incident.unknown, report.dataBroken, documents.* */
export async function exportReview(desk: DeskContext, asked: ArgsOf<'review.exportWord'>): Promise<SavedDocument> {
  const page = readReview(desk, asked)
  if (!page) throw new CommandError('incident.unknown')
  const { store, reportData } = desk
  const { figures } = reportData.words()
  const paper = reviewPaper({
    page,
    words: readReviewWords(),
    township: readTownship(store.db)?.name ?? '',
    headCode: readHeadCode(store.db, store.origin, store.epoch),
    figureName: (field) => figures[field]?.[0] ?? field,
  })
  const fileName = `${paper.drill ? `【${paper.drill}】` : ''}${paper.title} ${page.incident.no} ${beijingDay(page.now)}`
  return saveWord(desk.documentHost, fileName, 'documents/writeReview.worker.ts', paper)
}
