import type { Problems, SetUpForm } from './model.ts'

export interface StepProps {
  readonly form: SetUpForm
  readonly problems: Problems
  onChange(part: Partial<SetUpForm>): void
}
