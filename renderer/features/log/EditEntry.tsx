import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { useAct } from '../../components/useAct.ts'
import type { EntryAct } from './LogLineView.tsx'

interface EditEntryProps {
  readonly act: EntryAct
  readonly line: LogLine
  onClose(): void
}

/** 更正, 作废 or 恢复 of an own entry, each with its reason. */
export function EditEntry({ act, line, onClose }: EditEntryProps) {
  return act === 'correct' ? <CorrectEntry line={line} onClose={onClose} /> : <VoidEntry {...{ act, line, onClose }} />
}

function VoidEntry({ act, line, onClose }: EditEntryProps) {
  const { t } = useTranslation('log')
  const change = useAct(act === 'void' ? 'log.void' : 'log.restore', { quiet: true })
  const confirm = async (reason: string) => {
    const base = [...(line.entry?.tips ?? [])]
    if ((await change.run({ entry: line.entity, base, reason })).ok) onClose()
  }
  return (
    <ReasonDialog
      title={t(`${act}Title`)}
      explanation={t(`${act}Explained`, { text: line.entry?.text ?? '' })}
      confirm={t(act)}
      danger={act === 'void'}
      pending={change.pending}
      problem={change.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
    />
  )
}

function CorrectEntry({ line, onClose }: Omit<EditEntryProps, 'act'>) {
  const correct = useAct('log.correct', { quiet: true })
  const confirm = async (text: string, reason: string) => {
    const base = [...(line.entry?.tips ?? [])]
    if ((await correct.run({ entry: line.entity, base, set: { text }, reason })).ok) onClose()
  }
  return (
    <CorrectEntryView
      text={line.entry?.text ?? ''}
      pending={correct.pending}
      problem={correct.problem}
      onConfirm={(text, reason) => void confirm(text, reason)}
      onCancel={onClose}
    />
  )
}

export interface CorrectEntryViewProps {
  /** As it reads now. */
  readonly text: string
  readonly pending: boolean
  readonly problem: string | undefined
  onConfirm(text: string, reason: string): void
  onCancel(): void
}

export function CorrectEntryView({ text: now, pending, problem, onConfirm, onCancel }: CorrectEntryViewProps) {
  const { t } = useTranslation('log')
  const [text, setText] = useState(now)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (!pending && text.trim() !== '' && reason.trim() !== '') onConfirm(text.trim(), reason.trim())
  }
  return (
    <FormDialog
      title={t('correctTitle')}
      submit={t('correct')}
      hotkey="Ctrl+Enter"
      pending={pending}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextAreaField
        label={t('correctText')}
        required
        autoFocus
        maxLength={10_000}
        value={text}
        onChange={setText}
        problem={asked && text.trim() === '' ? t('correctMissing') : undefined}
      />
      <ReasonField value={reason} asked={asked} problem={problem} onChange={setReason} />
    </FormDialog>
  )
}
