import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageRef } from '../../../shared/domain/values.ts'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { type HouseholdForm, problemsOf } from './model.ts'

export interface HouseholdDialogProps extends ActDialogFrame {
  readonly title: string
  readonly start: HouseholdForm
  readonly villages: readonly VillageRef[]
  /** More buttons, such as the one that takes it off the register. */
  readonly actions?: ReactNode
  onConfirm(form: HouseholdForm): void
}

/** One household: who lives there, who needs help to leave, who answers for getting them out. */
export function HouseholdDialog({ title, start, villages, actions, onConfirm, ...frame }: HouseholdDialogProps) {
  const { t } = useTranslation('households')
  const [form, setForm] = useState(start)
  const [asked, setAsked] = useState(false)
  const problems = asked ? problemsOf(form) : []
  const text = (field: keyof HouseholdForm, maxLength = 200) => ({
    label: t(`field.${field}`),
    maxLength,
    value: form[field],
    onChange: (value: string) => setForm((old) => ({ ...old, [field]: value })),
  })
  return (
    <ActDialog
      {...frame}
      wide
      title={title}
      confirm={t('save')}
      onConfirm={() => {
        setAsked(true)
        if (problemsOf(form).length === 0) onConfirm(form)
      }}
    >
      <div className="form-row">
        <PickField
          label={t('field.village')}
          required
          free
          autoFocus
          options={villages.map(({ id, name }) => ({ id, label: name }))}
          value={form.village}
          problem={problems.includes('village') ? t('problem.village') : undefined}
          onChange={(village) => setForm((old) => ({ ...old, village: village ?? '' }))}
        />
        <TextField {...text('group')} />
      </div>
      <div className="form-row">
        <TextField {...text('name')} required problem={problems.includes('name') ? t('problem.name') : undefined} />
        <TextField {...text('people', 4)} problem={problems.includes('people') ? t('problem.people') : undefined} />
        <TextField {...text('phone')} type="tel" />
      </div>
      <TextField {...text('zone')} />
      <TextField {...text('vulnerable', 2_000)} hint={t('vulnerableHint')} />
      <div className="form-row">
        <TextField {...text('keeper')} />
        <TextField {...text('keeperPhone')} type="tel" />
      </div>
      <TextField {...text('note')} />
      {actions}
    </ActDialog>
  )
}
