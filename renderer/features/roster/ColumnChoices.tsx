import { useTranslation } from 'react-i18next'
import { fieldColumns } from '../../../shared/domain/team/roster/rows.ts'
import { ROSTER_FIELDS, type RosterField } from '../../../shared/domain/team/roster/table.ts'
import type { RosterDraft } from './model.ts'

interface ColumnChoicesProps {
  readonly draft: RosterDraft
  onColumn(sheet: number, letter: string, field: RosterField | null): void
}

/** What each column of the file was taken for; the person knows better. */
export function ColumnChoices({ draft, onColumn }: ColumnChoicesProps) {
  const { t } = useTranslation('roster')
  return (
    <details className="roster-fold panel">
      <summary>{t('columns.title')}</summary>
      {draft.table.sheets.map((sheet, index) => {
        const letters = fieldColumns(draft.table, index, draft.choices)
        return (
          <fieldset key={sheet.name}>
            <legend className="muted">{sheet.name}</legend>
            {sheet.columns.map(({ letter, title }) => (
              <label key={letter} className="roster-column">
                <span>{title ? t('columns.column', { letter, title }) : t('columns.untitled', { letter })}</span>
                <select
                  className="input"
                  value={ROSTER_FIELDS.find((field) => letters[field] === letter) ?? ''}
                  onChange={({ target }) => onColumn(index, letter, (target.value || null) as RosterField | null)}
                >
                  <option value="">{t('columns.none')}</option>
                  {ROSTER_FIELDS.map((field) => (
                    <option key={field} value={field}>
                      {t(`teams:roster.${field}`)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        )
      })}
    </details>
  )
}
