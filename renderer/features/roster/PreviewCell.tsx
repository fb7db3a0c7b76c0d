import type { TFunction } from 'i18next'
import type { AssessedRow } from '../../../shared/domain/team/roster/assess.ts'
import type { RowAction } from '../../../shared/domain/team/roster/planTeam.ts'
import type { RosterField } from '../../../shared/domain/team/roster/table.ts'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'
import { EFFECT_TONES } from './IssueList.tsx'
import { issueAt } from './model.ts'
import { issueSentence } from './sentences.ts'

const ACTION_TONES: Readonly<Record<RowAction, Tone>> = {
  add: 'good',
  update: 'info',
  same: 'mute',
  skip: 'mute',
  team: 'mute',
  drop: 'bad',
  out: 'mute',
}

/** What will become of a row. */
export function ActionTag({ action, word }: { readonly action: RowAction; readonly word: string }) {
  return <StatusTag tone={ACTION_TONES[action]}>{word}</StatusTag>
}

interface TakeRowProps {
  readonly row: AssessedRow
  readonly label: string
  onToggle(key: string): void
}

/** Whether the row is to be imported. The space bar does the same from any cell of the row. */
export function TakeRow({ row, label, onToggle }: TakeRowProps) {
  return (
    <input
      type="checkbox"
      className="roster-take"
      tabIndex={-1}
      aria-label={label}
      checked={row.action !== 'out' && row.action !== 'drop'}
      disabled={row.action === 'drop'}
      onChange={() => onToggle(row.row.key)}
    />
  )
}

interface PreviewCellProps {
  readonly row: AssessedRow
  readonly field: RosterField
  readonly t: TFunction
}

/** A cell's text and, where it is doubtful, the word for it; the whole sentence is its title. */
export function PreviewCell({ row, field, t }: PreviewCellProps) {
  const cell = row.row.cells[field]
  const issue = issueAt(row, field)
  return (
    <span className="roster-cell-inner" title={issue ? issueSentence({ row, issue }, t) : undefined}>
      <span className={cell?.inherited ? 'roster-text roster-inherited' : 'roster-text'}>{cell?.text}</span>
      {issue ? <StatusTag tone={EFFECT_TONES[issue.effect]}>{t(`roster:short.${issue.code}`)}</StatusTag> : null}
    </span>
  )
}
