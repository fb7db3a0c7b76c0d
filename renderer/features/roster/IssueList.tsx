import { useTranslation } from 'react-i18next'
import type { IssueEffect } from '../../../shared/domain/team/roster/readCell.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import type { Tone } from '../../components/StatusTag.tsx'
import type { RowIssue } from './model.ts'
import { issueSentence, placeOf } from './sentences.ts'

/** More than anybody reads at once. */
const SHOWN = 200

export const EFFECT_TONES: Readonly<Record<IssueEffect, Tone>> = { dropRow: 'bad', dropCell: 'warn', note: 'info' }

interface IssueListProps {
  readonly issues: readonly RowIssue[]
  readonly manySheets: boolean
  /** Goes to the cell. */
  onOpen(issue: RowIssue): void
}

/** Every doubtful cell: where, what it says, what is wrong, what will be done. */
export function IssueList({ issues, manySheets, onOpen }: IssueListProps) {
  const { t } = useTranslation('roster')
  return (
    <section className="roster-issues panel" aria-label={t('issues.title')}>
      <h2>{t('issues.title')}</h2>
      {issues.length === 0 ? <p className="muted">{t('issues.none')}</p> : null}
      <ol>
        {issues.slice(0, SHOWN).map((one) => (
          <li key={`${one.row.row.key} ${one.issue.field} ${one.issue.code}`}>
            <button type="button" className="roster-issue" onClick={() => onOpen(one)}>
              <span className="mark" data-tone={EFFECT_TONES[one.issue.effect]}>
                <ShapeIcon shape={one.issue.effect === 'note' ? 'dot' : 'triangle'} />
                <b>{placeOf(one, t, manySheets)}</b>
              </span>
              {one.issue.text === '' ? null : <span>{t('issues.said', { text: one.issue.text.slice(0, 40) })}</span>}
              <span>{issueSentence(one, t)}</span>
            </button>
          </li>
        ))}
      </ol>
      {issues.length > SHOWN ? <p className="muted">{t('issues.more', { count: issues.length - SHOWN })}</p> : null}
    </section>
  )
}
