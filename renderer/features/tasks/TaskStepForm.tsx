import { useTranslation } from 'react-i18next'
import type { ReportedStep } from '../../../shared/domain/task/steps.ts'
import type { Means } from '../../../shared/domain/values.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { useDesk } from '../../useDesk.ts'
import { ActForm, type ActFormValues } from './ActForm.tsx'
import { readActDraft, readConsentDraft } from './actDraft.ts'
import { type Consent, ConsentForm, type ConsentFormProps } from './ConsentForm.tsx'
import { trackOf, wouldSkip } from './model.ts'
import { useRoundDraft } from './useRoundDraft.ts'

export interface TaskStepFormProps {
  readonly task: TaskDetail
  readonly step: ReportedStep
  readonly now: number
  readonly means: Means
  onDone(): void
}

/** Writes down a reported step; what is half typed is kept, each step's by itself, within the round. */
export function TaskStepForm(props: TaskStepFormProps) {
  const { task, step } = props
  const { verifying } = task
  if (step === 'verified' && verifying.may === 'consent') return <ConsentStep {...props} leaders={verifying.leaders} />
  return <SaidStep {...props} />
}

/** Ends a form whose draft is then over. */
function useRecorded({ task, step, onDone }: TaskStepFormProps, discard: () => void) {
  const { t } = useTranslation('tasks')
  const finish = useFinish(() => {
    discard()
    onDone()
  })
  const act = useAct('task.progress')
  const target = { id: task.row.id, base: [...task.tips], step }
  const recorded = t('recorded', { act: t(`step.${step}`), no: task.row.no })
  type Said = Omit<Parameters<typeof act.run>[0], keyof typeof target>
  return { pending: act.pending, record: (said: Said) => void finish(act.run({ ...target, ...said }), recorded) }
}

/** 核销 by the word of a leader on the telephone. */
function ConsentStep({ leaders, ...props }: TaskStepFormProps & Pick<ConsentFormProps, 'leaders'>) {
  const { task, now, onDone } = props
  const draft = useRoundDraft(task, 'consent', readConsentDraft)
  const { pending, record } = useRecorded(props, draft.discard)
  const verify = ({ person, phone, at: consentedAt }: Consent) => {
    const at = Date.now()
    record({ at, by: '', means: 'phone', consent: { person, phone, at: consentedAt ?? at } })
  }
  if (draft.found === undefined) return null
  return <ConsentForm leaders={leaders} now={now} pending={pending} draft={draft} onSave={verify} onCancel={onDone} />
}

function SaidStep(props: TaskStepFormProps) {
  const { task, step, now, means, onDone } = props
  const { t } = useTranslation('tasks')
  const draft = useRoundDraft(task, step, readActDraft)
  const { pending, record } = useRecorded(props, draft.discard)
  const people = useDesk('people.options', null, ['person']).data ?? []
  // 核销 is said by us, not by the recipient.
  const own = step === 'verified'
  const skipped = wouldSkip(trackOf(task), step)
  const save = ({ at, by, person, means: told, text }: ActFormValues) =>
    record({ at: at ?? Date.now(), by, ...(person && { person }), means: told, ...(text ? { note: text } : {}) })
  const steps = skipped.map((one) => t(`step.${one}`)).join(t('common:list.comma'))
  if (draft.found === undefined) return null
  return (
    <ActForm
      title={t('form.step', { step: t(`step.${step}`) })}
      warning={skipped.length > 0 ? t('form.skips', { steps }) : undefined}
      now={now}
      by={own ? '' : task.row.recipient.name}
      means={own ? 'system' : means}
      byLabel={t(own ? 'field.verifiedBy' : 'field.by')}
      people={people.map(({ id, name, post }) => ({ id, label: name, note: post }))}
      asksMeans={!own}
      textLabel={t('field.note')}
      textRequired={false}
      pending={pending}
      draft={draft}
      onSave={save}
      onCancel={onDone}
    />
  )
}
