import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Classification } from '../../shared/domain/classification.ts'
import { type GradeScheme, gradesFile } from '../../shared/domain/incident/grading.ts'
import {
  type ReportRulesFile,
  type ReportWords,
  reportRulesFile,
  reportWordsFile,
} from '../../shared/domain/report/reportData.ts'
import { readClassification } from '../classification.ts'
import { CommandError } from '../commands/commandError.ts'
import { findResource } from '../findResource.ts'

/** What reporting reads from resources/, each file with the first question: nothing on the way to the window waits for it. */
export interface ReportData {
  /** Items a complete report has, and where it can go. @throws {CommandError} report.dataBroken {file} */
  rules(): ReportRulesFile
  /** Fixed words of official papers. @throws {CommandError} report.dataBroken {file} */
  words(): ReportWords
  classification(): Classification
  /** How incidents are graded; none when the file cannot be read. */
  grades(): { readonly schemes: readonly GradeScheme[] }
  /** Losses of that type are counted and checked (核报): natural disasters, and what has no known type. */
  isCounted(type: string): boolean
}

/** @param find where a file of resources/ lies */
export function createReportData(find: (path: string) => string = findResource): ReportData {
  let rules: ReportRulesFile | undefined
  let words: ReportWords | undefined
  let known: Classification | undefined
  let grades: { readonly schemes: readonly GradeScheme[] } | undefined
  const classification = () => {
    known ??= readClassification()
    return known
  }
  return {
    rules() {
      rules ??= read(find, 'rules/reports.json', reportRulesFile)
      return rules
    },
    words() {
      words ??= read(find, 'documents/report.json', reportWordsFile)
      return words
    },
    classification,
    grades() {
      grades ??= readGrades(find)
      return grades
    },
    isCounted(type) {
      const group = classification().types.find(({ key }) => key === type)?.group
      return group === undefined || group === 'naturalDisaster'
    },
  }
}

function read<Schema extends z.ZodType>(
  find: (path: string) => string,
  file: string,
  schema: Schema,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(find(file), 'utf8')))
  } catch (error) {
    console.error(`[reports] ${file}`, error)
    throw new CommandError('report.dataBroken', { file: `resources/${file}` })
  }
}

/** A proposal is help, not a step of the work: a broken file takes the proposals away, nothing else. */
function readGrades(find: (path: string) => string): { readonly schemes: readonly GradeScheme[] } {
  try {
    return gradesFile.parse(JSON.parse(readFileSync(find('rules/grades.json'), 'utf8')))
  } catch (error) {
    console.error('[rules] grades.json', error)
    return { schemes: [] }
  }
}
