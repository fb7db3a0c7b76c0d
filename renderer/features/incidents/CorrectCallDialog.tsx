import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { TextField } from '../../components/TextField.tsx'
import type { Draft } from '../../components/useDraft.ts'
import { IntakeFields } from '../intake/IntakeFields.tsx'
import type { IntakeLists, Problems } from '../intake/model.ts'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'
import { correctionOf, formOfCall, isNoCorrection } from './callCorrection.ts'
import { type CallDraft, callDraftOf, withCallDraft } from './callDraft.ts'
import type { CallView } from './model.ts'

export interface CorrectCallDialogProps extends ActDialogFrame {
  readonly call: CallView
  readonly lists: IntakeLists
  readonly now: number
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<CallDraft>, 'found' | 'keep'>
  onConfirm(correction: Pick<ArgsOf<'call.correct'>, 'set' | 'figures' | 'withdrawn'>, reason: string): void
}

/** 更正接报 in the fields it was taken in; the first wording stays in the log. */
export function CorrectCallDialog({ call, lists, now, draft, onConfirm, ...frame }: CorrectCallDialogProps) {
  const { t } = useTranslation('incidents')
  const [before] = useState(() => formOfCall(call, lists, now))
  const [form, setForm] = useState(() => withCallDraft(before, draft.found ?? null))
  const [reason, setReason] = useState(draft.found?.reason ?? '')
  // An answer of the fields that comes later changes what stands there then, not what stood there when they were drawn.
  const latest = useRef(form)
  const keep = (next: typeof before, why: string) => {
    latest.current = next
    setForm(next)
    setReason(why)
    draft.keep(callDraftOf(before, next, why, now))
  }
  const [problems, setProblems] = useState<Problems>({})
  const confirm = () => {
    const read = correctionOf(before, form, lists, now)
    if (!read.ok) return setProblems(read.problems)
    if (isNoCorrection(read.correction)) return frame.onCancel()
    setProblems(reason.trim() ? {} : { reason: 'missing' })
    if (reason.trim()) onConfirm(read.correction, reason.trim())
  }
  return (
    <ActDialog
      {...frame}
      wide
      title={t('correctCall.title', { no: call.no })}
      confirm={t('correct.confirm')}
      onConfirm={confirm}
    >
      <IntakeFields
        form={form}
        lists={lists}
        problems={problems}
        unsigned={false}
        recorded
        onChange={(change) => keep({ ...latest.current, ...change }, reason)}
        onPicked={() => undefined}
      />
      <TextField
        label={t('common:reason.label')}
        required
        maxLength={1000}
        value={reason}
        problem={problems.reason ? t('common:reason.missing') : undefined}
        onChange={(why) => keep(form, why)}
      />
    </ActDialog>
  )
}
