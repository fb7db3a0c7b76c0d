import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../shared/domain/task/events.ts'
import { PickField } from '../../components/PickField.tsx'
import type { RecipientOption } from './recipients.ts'
import { pickOptionOf } from './recipientWords.ts'

interface RecipientPickerProps {
  readonly label: string
  readonly options: readonly RecipientOption[]
  readonly value: Recipient | null
  readonly problem?: string | undefined
  onChange(value: Recipient | null): void
}

/** One team, village or person, found by name, by pinyin initials (ljw 李家湾) or by phone. */
export function RecipientPicker({ label, options, value, problem, onChange }: RecipientPickerProps) {
  const { t } = useTranslation('tasks')
  const known = options.map((option) => pickOptionOf(option, t))
  // What was chosen before stays, also when it can no longer be chosen.
  const kept = value && !known.some(({ id }) => id === value.id) ? [{ id: value.id, label: value.name }] : []
  return (
    <PickField
      label={label}
      problem={problem}
      required
      placeholder={t('recipientsPlaceholder')}
      options={[...known, ...kept]}
      value={value?.id ?? null}
      onChange={(id) =>
        onChange(options.find(({ recipient }) => recipient.id === id)?.recipient ?? (id === value?.id ? value : null))
      }
    />
  )
}
