import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../shared/domain/task/events.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useAct } from '../../components/useAct.ts'
import { RecipientPicker } from '../tasks/RecipientPicker.tsx'
import { useRecipients } from '../tasks/recipients.ts'

interface LessonDialogProps {
  /** An incident, with the drill it was practised in when that is over. */
  readonly reviewed: { readonly incident: string; readonly drill?: string }
  /** Versions on screen. */
  readonly tips: readonly string[]
  onDone(): void
}

/** 经验教训: what happened, what is to change, who sees to it, by when. */
export function LessonDialog({ reviewed, tips, onDone }: LessonDialogProps) {
  const { t } = useTranslation('review')
  const options = useRecipients()
  const enter = useAct('review.enterLesson', { quiet: true })
  const [now] = useState(() => Date.now())
  const [base] = useState(() => [...tips])
  const [happened, setHappened] = useState('')
  const [change, setChange] = useState('')
  const [who, setWho] = useState<Recipient | null>(null)
  const [dueAt, setDueAt] = useState<number | null | undefined>(null)
  const [asked, setAsked] = useState(false)
  const missing = (empty: boolean) => (asked && empty ? t('missing') : undefined)
  const submit = async () => {
    setAsked(true)
    if (!happened.trim() || !change.trim() || !who || typeof dueAt !== 'number') return
    const args = { ...reviewed, base, happened: happened.trim(), change: change.trim(), who, dueAt }
    if ((await enter.run(args)).ok) onDone()
  }
  return (
    <FormDialog
      title={t('addLesson')}
      submit={t('saveLesson')}
      hotkey="Ctrl+Enter"
      pending={enter.pending}
      problem={enter.problem}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextAreaField
        label={t('happened')}
        required
        autoFocus
        rows={3}
        maxLength={2000}
        value={happened}
        problem={missing(!happened.trim())}
        onChange={setHappened}
      />
      <TextField
        label={t('change')}
        required
        maxLength={200}
        value={change}
        problem={missing(!change.trim())}
        onChange={setChange}
      />
      <RecipientPicker label={t('who')} options={options} value={who} problem={missing(!who)} onChange={setWho} />
      <MomentField
        label={t('dueAt')}
        required
        lean="future"
        now={now}
        value={dueAt ?? null}
        problem={missing(dueAt === null)}
        placeholder={t('dueHint')}
        onChange={setDueAt}
      />
    </FormDialog>
  )
}
