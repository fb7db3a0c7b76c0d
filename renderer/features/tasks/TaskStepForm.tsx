import { useTranslation } from 'react-i18next'
import type { ReportedStep } from '../../../shared/domain/task/steps.ts'
import type { Means } from '../../../shared/domain/values.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { useDesk } from '../../useDesk.ts'
import { ActForm, type ActFormValues } from './ActForm.tsx'
import { type Consent, ConsentForm } from './ConsentForm.tsx'
import { trackOf, wouldSkip } from './model.ts'

export interface TaskStepFormProps {
  readonly task: TaskDetail
  readonly step: ReportedStep
  readonly now: number
  readonly means: Means
  onDone(): void
}

/** Writes down a reported step. */
export function TaskStepForm({ task, step, now, means, onDone }: TaskStepFormProps) {
  const { t } = useTranslation('tasks')
  const finish = useFinish(onDone)
  const act = useAct('task.progress')
  const people = useDesk('people.options', null, ['person']).data ?? []
  // 核销 is said by us, not by the recipient.
  const own = step === 'verified'
  const skipped = wouldSkip(trackOf(task), step)
  const target = { id: task.row.id, base: [...task.tips], step }
  const recorded = t('recorded', { act: t(`step.${step}`), no: task.row.no })
  const verify = ({ person, phone, at: consentedAt }: Consent) => {
    const at = Date.now()
    const consent = { person, phone, at: consentedAt ?? at }
    return finish(act.run({ ...target, at, by: '', means: 'phone', consent }), recorded)
  }
  const save = ({ at, by, person, means: told, text }: ActFormValues) => {
    const said = { at: at ?? Date.now(), by, ...(person && { person }), means: told, ...(text ? { note: text } : {}) }
    return finish(act.run({ ...target, ...said }), recorded)
  }
  const steps = skipped.map((one) => t(`step.${one}`)).join(t('common:list.comma'))
  if (own && task.verifying.may === 'consent')
    return (
      <ConsentForm
        leaders={task.verifying.leaders}
        now={now}
        pending={act.pending}
        onSave={(consent) => void verify(consent)}
        onCancel={onDone}
      />
    )
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
      pending={act.pending}
      onSave={(values) => void save(values)}
      onCancel={onDone}
    />
  )
}
