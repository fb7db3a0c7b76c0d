import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import { IssueTaskView } from './IssueTaskView.tsx'
import {
  draftIdOf,
  emptyForm,
  type IssueContext,
  type IssueForm,
  issueArgs,
  isUntouched,
  problemsOf,
  readDraft,
} from './issueForm.ts'
import { useRecipients } from './recipients.ts'

export interface IssueTaskProps {
  readonly context: IssueContext
  /** The dialog is left; what was typed stays as a draft. `issued`: ids of the new tasks. */
  onClose(issued: readonly string[]): void
}

/** The dialog that gives a task. */
export function IssueTask({ context, onClose }: IssueTaskProps) {
  const draft = useDraft<IssueForm>('task', draftIdOf(context), readDraft)
  // The form appears with what it begins with, not a moment before.
  if (draft.found === undefined) return null
  return <IssueTaskForm context={context} draft={draft} onClose={onClose} />
}

function IssueTaskForm({
  context,
  draft,
  onClose,
}: IssueTaskProps & { draft: ReturnType<typeof useDraft<IssueForm>> }) {
  const { t } = useTranslation('tasks')
  const { tell } = useNotices()
  const now = useNow()
  const recipients = useRecipients()
  const act = useAct('task.issue')
  const [form, setForm] = useState(() => draft.found ?? emptyForm(context))
  const [asked, setAsked] = useState(false)
  const [bad, setBad] = useState<Readonly<Record<'at' | 'due', boolean>>>({ at: false, due: false })
  const change = (part: Partial<IssueForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    draft.keep(isUntouched(next, context) ? null : next)
  }
  const issue = async () => {
    setAsked(true)
    if (problemsOf(form).length > 0 || bad.at || bad.due || act.pending) return
    const answer = await act.run(issueArgs(form, context, Date.now()))
    if (!answer.ok) return
    draft.discard()
    const { tasks } = answer.value
    tell('good', t('issue.done', { nos: tasks.map(({ no }) => no).join(t('common:list.comma')), count: tasks.length }))
    onClose(tasks.map(({ id }) => id))
  }
  return (
    <IssueTaskView
      form={form}
      context={context}
      recipients={recipients}
      now={now}
      problems={asked ? problemsOf(form) : []}
      restored={draft.found !== null}
      pending={act.pending}
      onChange={change}
      onBadTime={(field, isBad) => setBad((old) => ({ ...old, [field]: isBad }))}
      onIssue={() => void issue()}
      onClose={() => onClose([])}
    />
  )
}
