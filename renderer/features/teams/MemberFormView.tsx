import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
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
  const { t: common } = useTranslation()
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
    <Dialog title={title} onCancel={props.onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={() => props.onSave(mode === 'add')}>
        <TextField {...text('name')} required autoFocus />
        <TextField {...text('post')} />
        <TextField {...text('phone')} type="tel" />
        <TextField {...text('skills')} hint={t('form.skillsHint')} />
        {props.problem ? (
          <p className="field-problem" role="alert">
            {props.problem}
          </p>
        ) : null}
        <div className="dialog-buttons">
          <Button onClick={props.onCancel} hotkey="Esc">
            {common('form.cancel')}
          </Button>
          {mode === 'add' ? (
            <Button pending={props.pending} onClick={() => props.onSave(false)}>
              {t('member.save')}
            </Button>
          ) : null}
          <Button submit kind="primary" pending={props.pending} hotkey="Enter">
            {t(mode === 'add' ? 'member.again' : 'member.save')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
