import type { TFunction } from 'i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { authorWords } from './LogLineView.tsx'
import { groupOf, marksOf } from './model.ts'
import { sentenceOf } from './sentences/registry.ts'

export interface LogTable {
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** The log as a table for Excel and paper: what the screen says, in the same words. */
export function logTable(lines: readonly LogLine[], t: TFunction): LogTable {
  return {
    columns: [
      { title: t('log:column.at'), width: 17 },
      { title: t('log:column.group'), width: 10 },
      { title: t('log:column.what'), width: 70 },
      { title: t('log:column.marks'), width: 12 },
      { title: t('log:column.who'), width: 14 },
      { title: t('log:column.delivery'), width: 12 },
    ],
    rows: lines.map((line) => [
      formatBeijing(line.atMs),
      t(`log:group.${groupOf(line.kind)}`),
      whatWords(line, t),
      marksOf(line)
        .map((mark) => t(`common:mark.${mark}`))
        .join(t('common:list.comma')),
      authorWords(line, t),
      line.delivery ? t(`common:delivery.${line.delivery}`) : '',
    ]),
  }
}

/** The sentence, and the present wording of a free entry that was corrected. */
function whatWords(line: LogLine, t: TFunction): string {
  const sentence = sentenceOf(line, t)
  const { kind, entry, body } = line
  return kind === 'log.entered' && entry && entry.text !== body.text
    ? `${sentence}\n${t('log:now', { text: entry.text })}`
    : sentence
}
