import { Field, type FieldFrame } from './Field.tsx'
import { fullOf } from './fullOf.ts'

export interface TextAreaFieldProps extends FieldFrame {
  readonly value: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly maxLength?: number
  readonly rows?: number
  onChange(value: string): void
}

/** Several lines of text; Enter is a new line, Ctrl+Enter submits the form it stands in. */
export function TextAreaField({ label, hint, problem, required, onChange, rows = 3, ...rest }: TextAreaFieldProps) {
  return (
    <Field
      {...{ label, hint, problem, required }}
      full={fullOf(rest.value, rest.maxLength)}
      control={(ids) => (
        <textarea
          className="input"
          spellCheck={false}
          rows={rows}
          {...rest}
          {...ids}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  )
}
