import { useTranslation } from 'react-i18next'
import { TextField } from './TextField.tsx'

export interface ReasonFieldProps {
  readonly value: string
  /** The person has tried to go on: from now an empty reason is said. */
  readonly asked: boolean
  /** Why the desk refused, in words. */
  readonly problem?: string | undefined
  readonly autoFocus?: boolean
  onChange(reason: string): void
}

/** Why: asked before every act that the log keeps and that may be doubted later. May not be empty. */
export function ReasonField({ value, asked, problem, autoFocus = false, onChange }: ReasonFieldProps) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('reason.label')}
      required
      autoFocus={autoFocus}
      maxLength={1000}
      value={value}
      problem={problem ?? (asked && value.trim() === '' ? t('reason.missing') : undefined)}
      onChange={onChange}
    />
  )
}
