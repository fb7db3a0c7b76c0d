import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../components/CheckField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'
import type { CallView } from './model.ts'
import './incidents.css'

export interface SplitDialogProps extends ActDialogFrame {
  readonly calls: readonly CallView[]
  onConfirm(calls: readonly string[], title: string, reason: string): void
}

/** 拆分: some of the calls become an incident of their own. */
export function SplitDialog({ calls, onConfirm, ...frame }: SplitDialogProps) {
  const { t } = useTranslation('incidents')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (chosen.length > 0 && title.trim() && reason.trim()) onConfirm(chosen, title.trim(), reason.trim())
  }
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <ActDialog
      {...frame}
      title={t('split.title')}
      explanation={t('split.explanation')}
      confirm={t('split.confirm')}
      onConfirm={confirm}
    >
      <fieldset className="incident-checks">
        <legend className="field-label">{t('split.calls')}</legend>
        {calls
          .filter(({ voided }) => voided === null)
          .map(({ id, no, fields }) => (
            <CheckField
              key={id}
              label={`${no} ${[fields.village?.name, fields.place, fields.description].filter(Boolean).join(' ')}`}
              checked={chosen.includes(id)}
              onChange={(on) => toggle(id, on)}
            />
          ))}
        {asked && chosen.length === 0 ? <p className="field-problem">{t('split.callsMissing')}</p> : null}
      </fieldset>
      <TextField
        label={t('split.newTitle')}
        required
        maxLength={200}
        value={title}
        problem={asked && !title.trim() ? t('intake:problem.title') : undefined}
        onChange={setTitle}
      />
      <TextField
        label={t('common:reason.label')}
        required
        maxLength={1000}
        value={reason}
        problem={asked && !reason.trim() ? t('common:reason.missing') : undefined}
        onChange={setReason}
      />
    </ActDialog>
  )
}
