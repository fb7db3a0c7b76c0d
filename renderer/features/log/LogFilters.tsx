import { useTranslation } from 'react-i18next'
import type { PersonRef } from '../../../shared/domain/values.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { useWorld } from '../../world.ts'
import { type FilterForm, GROUPS, NO_FILTER } from './model.ts'

export interface LogFiltersProps {
  readonly form: FilterForm
  /** Everybody who has written. */
  readonly authors: readonly PersonRef[]
  onChange(form: FilterForm): void
}

/** Search and filters of the log: all that are given must hold. */
export function LogFilters({ form, authors, onChange }: LogFiltersProps) {
  const { t } = useTranslation('log')
  const world = useWorld()
  const set = (part: Partial<FilterForm>) => onChange({ ...form, ...part })
  return (
    <search className="log-filters" aria-label={t('filter.title')}>
      <input
        className="input log-search"
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        value={form.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <select
        className="input"
        aria-label={t('filter.group')}
        value={form.group}
        onChange={(event) => set({ group: event.target.value })}
      >
        <option value="">{t('filter.allGroups')}</option>
        {Object.keys(GROUPS).map((group) => (
          <option key={group} value={group}>
            {t(`group.${group}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('filter.person')}
        value={form.person}
        onChange={(event) => set({ person: event.target.value })}
      >
        <option value="">{t('filter.everybody')}</option>
        {authors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <DayInput label={t('filter.fromDay')} value={form.fromDay} onChange={(fromDay) => set({ fromDay })} />
      <span aria-hidden="true">{t('filter.to')}</span>
      <DayInput label={t('filter.toDay')} value={form.toDay} onChange={(toDay) => set({ toDay })} />
      {world === 'real' ? (
        <CheckField label={t('filter.drill')} checked={form.drill} onChange={(drill) => set({ drill })} />
      ) : null}
      <Button kind="quiet" disabled={form === NO_FILTER} onClick={() => onChange(NO_FILTER)}>
        {t('filter.clear')}
      </Button>
    </search>
  )
}
