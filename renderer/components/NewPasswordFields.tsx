import { TextField } from './TextField.tsx'

interface NewPassword {
  readonly password: string
  readonly again: string
}

export interface NewPasswordFieldsProps extends NewPassword {
  readonly labels: NewPassword & { readonly hint: string }
  readonly problems: Readonly<Record<keyof NewPassword, string | undefined>>
  onChange(part: Partial<NewPassword>): void
}

/** A new password, typed twice because nobody sees it. */
export function NewPasswordFields({ labels, password, again, problems, onChange }: NewPasswordFieldsProps) {
  return (
    <>
      <TextField
        label={labels.password}
        hint={labels.hint}
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
        value={password}
        problem={problems.password}
        onChange={(value) => onChange({ password: value })}
      />
      <TextField
        label={labels.again}
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
        value={again}
        problem={problems.again}
        onChange={(value) => onChange({ again: value })}
      />
    </>
  )
}
