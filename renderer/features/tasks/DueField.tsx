import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import type { IssueForm } from './issueForm.ts'
import { QUICK_DUES } from './model.ts'

export interface DueFieldProps {
  readonly due: IssueForm['due']
  readonly now: number
  onChange(due: IssueForm['due']): void
  onBadTime(bad: boolean): void
}

/** Until when: none, 30 minutes, one hour, two hours, or a time typed. */
export function DueField({ due, now, onChange, onBadTime }: DueFieldProps) {
  const { t } = useTranslation('tasks')
  const chosen = due === null ? 'none' : 'minutes' in due ? String(due.minutes) : null
  return (
    <div className="form-row">
      <ChoiceField
        label={t('due.label')}
        value={chosen}
        options={[
          { value: 'none', label: t('noDue') },
          ...QUICK_DUES.map(({ minutes }) => ({ value: String(minutes), label: t(`due.${minutes}`) })),
        ]}
        onChange={(value) => onChange(value === 'none' ? null : { minutes: Number(value) })}
      />
      <MomentField
        label={t('due.at')}
        value={due !== null && 'at' in due ? due.at : null}
        lean="future"
        now={now}
        placeholder="0600"
        onChange={(at) => {
          onBadTime(at === undefined)
          if (at !== undefined) onChange(at === null ? null : { at })
        }}
      />
    </div>
  )
}
