import { type ReactNode, useId } from 'react'

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  /** In a room's header the options say it to the eye: the label is only read aloud. */
  readonly hideLabel?: boolean
  readonly className?: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly disabled?: boolean
  onChange(value: Value): void
}

/** One of a few, all in sight: radio buttons that look like one row of buttons. Arrows choose. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hideLabel = false, className, value, options, disabled, onChange } = props
  const name = useId()
  return (
    <fieldset className={className ? `choice ${className}` : 'choice'} disabled={disabled}>
      <legend className={hideLabel ? 'hidden-visually' : 'field-label'}>{label}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
