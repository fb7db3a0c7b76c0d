import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import './field.css'

/** Ids a control needs so that its label, hint and problem are read with it. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

export interface FieldFrame {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong, in the user's language; shown in place of the hint. */
  readonly problem?: string | undefined
  readonly required?: boolean | undefined
  /** As many characters as the control takes stand in it: what was pasted beyond them is not there, and that is said. */
  readonly full?: number | undefined
  /** Words of the caller the value stands on. */
  readonly quote?: string | undefined
}

/** Label, control, and the hint or problem below it. The control is any element that takes the ids, antd's included. */
export function Field({
  label,
  hint,
  problem,
  required = false,
  full,
  quote,
  control,
}: FieldFrame & { control(ids: FieldIds): ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  const note = problem ?? (full === undefined ? hint : t('form.full', { max: full }))
  const described = [note ? `${id}-note` : '', quote ? `${id}-quote` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <span className="field-head">
        <label className="field-label" htmlFor={id}>
          {label}
          {required ? (
            <span className="field-required" title={t('form.required')}>
              *
            </span>
          ) : null}
        </label>
        {quote ? (
          <span id={`${id}-quote`} className="field-quote">
            {t('form.quote', { text: quote })}
          </span>
        ) : null}
      </span>
      {control({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem !== undefined,
        'aria-required': required,
      })}
      {note ? (
        <span id={`${id}-note`} className={problem || full !== undefined ? 'field-problem' : 'field-hint'}>
          {note}
        </span>
      ) : null}
    </div>
  )
}
