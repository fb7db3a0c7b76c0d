import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'

export interface PickIncidentDialogProps extends ActDialogFrame {
  /** merge: this incident into the one picked; move: a call to the one picked. */
  readonly purpose: 'merge' | 'move'
  /** Number of what is merged or moved. */
  readonly no: string
  readonly options: readonly PickOption[]
  onConfirm(incident: string, reason: string): void
}

/** Picks another incident by its number, its name, its village or their initials. */
export function PickIncidentDialog({ purpose, no, options, onConfirm, ...frame }: PickIncidentDialogProps) {
  const { t } = useTranslation('incidents')
  const [incident, setIncident] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (incident) onConfirm(incident, reason.trim())
  }
  return (
    <ActDialog
      {...frame}
      title={t(`${purpose}.title`, { no })}
      explanation={t(`${purpose}.explanation`)}
      confirm={t(`${purpose}.confirm`)}
      onConfirm={confirm}
    >
      <PickField
        label={t(`${purpose}.into`)}
        required
        autoFocus
        options={options}
        value={incident}
        problem={asked && !incident ? t('pickMissing') : undefined}
        onChange={setIncident}
      />
      <TextField label={t('reasonOptional')} maxLength={1000} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
