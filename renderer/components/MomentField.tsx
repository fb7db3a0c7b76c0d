import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'
import { formatMoment, type Lean, otherDay, parseMoment } from './momentText.ts'

export interface MomentFieldProps {
  readonly label: string
  /** ms since 1970; null: none. */
  readonly value: number | null
  /** Whether a wall time alone means the one before now or the one after. */
  readonly lean: Lean
  readonly now: number
  readonly required?: boolean
  readonly placeholder?: string
  readonly hint?: string | undefined
  /** What the form says of it; what is typed and no time comes first. */
  readonly problem?: string | undefined
  /** Undefined: what is typed is no time yet; the form must not be sent. */
  onChange(value: number | null | undefined): void
}

/** A Beijing time typed as people write it down: 0240, 2:40, 2点40, 07-13 2240. */
export function MomentField({ label, value, lean, now, onChange, ...rest }: MomentFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : formatMoment(value, now))
  const wrong = typed !== null && typed.trim() !== '' && parseMoment(typed, now, lean) === null
  const { placeholder, required = false, problem } = rest
  // A wall time alone may be yesterday's or tomorrow's: it is said as it is typed, not only once the field is left.
  const day = wrong ? null : otherDay(value, now)
  const hint = day === null ? rest.hint : t('moment.readAs', { at: day })
  return (
    <Field
      {...{ label, hint, required }}
      problem={wrong ? t('moment.wrong') : problem}
      control={(ids) => (
        <input
          className="input digits moment-input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          {...ids}
          value={shown}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(target.value.trim() === '' ? null : (parseMoment(target.value, now, lean) ?? undefined))
          }}
          // What was understood is shown in full once the field is left.
          onBlur={() => wrong || setTyped(null)}
        />
      )}
    />
  )
}
