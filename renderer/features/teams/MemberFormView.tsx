import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { FormProblems, MemberForm } from './model.ts'

export interface MemberFormViewProps {
  readonly mode: 'add' | 'edit'
  readonly form: MemberForm
  readonly problems: FormProblems<MemberForm>
  readonly problem: string | undefined
  readonly pending: boolean
  onChange(part: Partial<MemberForm>): void
  /** `again`: the form stays open, empty, for the next person. */
  onSave(again: boolean): void
  onCancel(): void
}

/** One person of a team. Enter saves and, when adding, goes on with the next. */
export function MemberFormView(props: MemberFormViewProps) {
  const { t } = useTranslation('teams')
  const { form, problems, mode } = props
  const title = t(mode === 'add' ? 'member.addTitle' : 'member.editTitle')
  const text = (field: keyof MemberForm) => ({
    label: t(`member.${field}`),
    value: form[field],
    problem: problems[field] ? t(`problem.${problems[field]}`) : undefined,
    maxLength: 200,
    onChange: (value: string) => props.onChange({ [field]: value }),
  })
  return (
    <FormDialog
      title={title}
      problem={props.problem}
      submit={t(mode === 'add' ? 'member.again' : 'member.save')}
      pending={props.pending}
      buttons={
        mode === 'add' ? (
          <Button pending={props.pending} onClick={() => props.onSave(false)}>
            {t('member.save')}
          </Button>
        ) : null
      }
      onSubmit={() => props.onSave(mode === 'add')}
      onCancel={props.onCancel}
    >
      <TextField {...text('name')} required autoFocus />
      <TextField {...text('post')} />
      <TextField {...text('phone')} type="tel" />
      <TextField {...text('skills')} hint={t('form.skillsHint')} />
    </FormDialog>
  )
}
