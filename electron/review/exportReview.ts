import { readFileSync } from 'node:fs'
import { beijingDay } from '../../shared/domain/beijing.ts'
import { type ReviewWords, reviewPaper, reviewWordsFile } from '../../shared/domain/review/paper.ts'
import type { ArgsOf } from '../../shared/ipc/contract.ts'
import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DeskContext } from '../deskContext.ts'
import { saveWord } from '../documents/saveWord.ts'
import { findResource } from '../findResource.ts'
import { readHeadCode } from '../store/headCode.ts'
import { readTownship } from '../store/repositories/township.ts'
import { readReview } from './readReview.ts'

const FILE = 'documents/review.json'

/** 复盘报告 as a Word file, built in a worker thread. @throws {CommandError} incident.unknown, report.dataBroken, documents.* */
export async function exportReview(desk: DeskContext, asked: ArgsOf<'review.exportWord'>): Promise<SavedDocument> {
  const page = readReview(desk, asked)
  if (!page) throw new CommandError('incident.unknown')
  const { store, reportData } = desk
  const { figures } = reportData.words()
  const paper = reviewPaper({
    page,
    words: readWords(),
    township: readTownship(store.db)?.name ?? '',
    headCode: readHeadCode(store.db, store.origin, store.epoch),
    figureName: (field) => figures[field]?.[0] ?? field,
  })
  const fileName = `${paper.drill ? `【${paper.drill}】` : ''}${paper.title} ${page.incident.no} ${beijingDay(page.now)}`
  return saveWord(desk.documentHost, fileName, 'documents/writeReview.worker.ts', paper)
}

/** A small file, asked for by hand: it is read anew each time. */
function readWords(): ReviewWords {
  try {
    return reviewWordsFile.parse(JSON.parse(readFileSync(findResource(FILE), 'utf8')))
  } catch (error) {
    console.error(`[review] ${FILE}`, error)
    throw new CommandError('report.dataBroken', { file: `resources/${FILE}` })
  }
}
