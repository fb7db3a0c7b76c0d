import type { TFunction } from 'i18next'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { URGENCIES } from '../../../shared/domain/urgency.ts'
import type { Means } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SPOKEN_MEANS } from './ActForm.tsx'
import { DueField } from './DueField.tsx'
import type { IssueContext, IssueForm, IssueProblem } from './issueForm.ts'
import { QUICK_DUES } from './model.ts'
import { RecipientsPicker } from './RecipientsPicker.tsx'
import type { RecipientOption } from './recipients.ts'
import './issueTask.css'

export interface IssueTaskViewProps {
  readonly form: IssueForm
  readonly context: IssueContext
  readonly recipients: readonly RecipientOption[]
  readonly now: number
  /** What is missing; shown once the person tried to give it. */
  readonly problems: readonly IssueProblem[]
  /** A draft of an earlier time was put back. */
  readonly restored: boolean
  readonly pending: boolean
  onChange(part: Partial<IssueForm>): void
  /** What is typed there is no time (yet): the form cannot be given. */
  onBadTime(field: 'at' | 'due', bad: boolean): void
  onIssue(): void
  onClose(): void
}

/** Gives a task: what, to whom, how, until when. Enter in a line gives it, Ctrl+3/1/2 sets 30 minutes, one hour, two hours. */
export function IssueTaskView(props: IssueTaskViewProps) {
  const { form, context, recipients, now, problems, restored, pending, onChange, onBadTime, onIssue, onClose } = props
  const { t } = useTranslation('tasks')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey || event.metaKey) return
    const quick = QUICK_DUES.find(({ key }) => key === event.key)
    if (!quick) return
    event.preventDefault()
    onChange({ due: { minutes: quick.minutes } })
  }
  return (
    <Dialog title={titleOf(context, t)} wide help="tasks" onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole form, beside those of its fields. */}
      <div onKeyDown={onKeyDown}>
        <EnterForm label={t('issue.title')} className="form-column" onSubmit={onIssue}>
          {restored ? <p className="muted">{t('issue.restored')}</p> : null}
          <TextField
            label={t('field.title')}
            value={form.title}
            required
            autoFocus
            maxLength={200}
            placeholder={t('issue.titleExample')}
            problem={problems.includes('title') ? t('problem.title') : undefined}
            onChange={(title) => onChange({ title })}
          />
          <RecipientsPicker
            label={t('field.to')}
            options={recipients}
            value={form.to}
            problem={problems.includes('to') ? t('problem.to') : undefined}
            onChange={(to) => onChange({ to })}
          />
          <TextAreaField
            label={t('field.detail')}
            value={form.detail}
            rows={2}
            maxLength={10_000}
            onChange={(detail) => onChange({ detail })}
          />
          <div className="form-row">
            <ChoiceField
              label={t('field.urgency')}
              value={form.urgency}
              options={URGENCIES.toReversed().map((value) => ({ value, label: t(`urgency.${value}`) }))}
              onChange={(urgency) => onChange({ urgency })}
            />
            <DueField
              due={form.due}
              now={now}
              onChange={(due) => onChange({ due })}
              onBadTime={(bad) => onBadTime('due', bad)}
            />
          </div>
          <div className="form-row">
            <ChoiceField<Means>
              label={t('field.means')}
              value={form.means}
              options={SPOKEN_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
              onChange={(means) => onChange({ means })}
            />
          </div>
          <div className="form-row task-issue-last">
            <MomentField
              label={t('field.issuedAt')}
              value={form.at}
              lean="past"
              now={now}
              placeholder={t('field.now')}
              onChange={(at) => {
                onBadTime('at', at === undefined)
                if (at !== undefined) onChange({ at })
              }}
            />
            <TextField
              label={t('field.authority')}
              value={form.authority}
              maxLength={200}
              onChange={(authority) => onChange({ authority })}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={form.received}
                onChange={({ target }) => onChange({ received: target.checked })}
              />
              {t('issue.received')}
            </label>
          </div>
          <FormFooter
            submit={form.to.length > 1 ? t('issue.doSeveral', { count: form.to.length }) : t('issue.do')}
            hotkey="Ctrl+Enter"
            pending={pending}
            cancel={t('issue.later')}
            escape
            onCancel={onClose}
          />
        </EnterForm>
      </div>
    </Dialog>
  )
}

function titleOf({ incident, order }: IssueContext, t: TFunction<'tasks'>): string {
  if (incident) return t('issue.titleIncident', { no: incident.no, title: incident.title })
  return order ? t('issue.titleOrder', { no: order.no }) : t('issue.title')
}
