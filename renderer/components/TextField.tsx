import { Field, type FieldFrame } from './Field.tsx'
import { fullOf } from './fullOf.ts'

export interface TextFieldProps extends FieldFrame {
  readonly value: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly maxLength?: number
  readonly type?: 'text' | 'password' | 'tel' | 'search'
  readonly autoComplete?: string
  onChange(value: string): void
}

/** One line of text. */
export function TextField({ label, hint, problem, required, quote, onChange, ...rest }: TextFieldProps) {
  return (
    <Field
      {...{ label, hint, problem, required, quote }}
      full={fullOf(rest.value, rest.maxLength, rest.type)}
      control={(ids) => (
        <input
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...ids}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  )
}
