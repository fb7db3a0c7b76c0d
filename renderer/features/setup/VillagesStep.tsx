import { useTranslation } from 'react-i18next'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { villagesOf } from './model.ts'
import type { StepProps } from './stepProps.ts'

/** The township's villages, pasted from wherever the list is. */
export function VillagesStep({ form, problems, onChange }: StepProps) {
  const { t } = useTranslation('setup')
  const count = villagesOf(form.villages).length
  return (
    <>
      <TextAreaField
        label={t('field.villages')}
        hint={t('hint.villages')}
        autoFocus
        rows={10}
        value={form.villages}
        problem={problems.villages && t(`problem.${problems.villages}`)}
        onChange={(villages) => onChange({ villages })}
      />
      <p role="status">{count === 0 ? t('villages.none') : t('villages.count', { count })}</p>
    </>
  )
}
