import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'
import type { ActDialogFrame } from '../incidents/ActDialog.tsx'
import { type Said, SaidDialog } from './SaidDialog.tsx'

export interface EtaDialogProps extends ActDialogFrame {
  readonly who: string
  readonly now: number
  onConfirm(arriveAt: number, said: Said): void
}

const MOST_MINUTES = 24 * 60

/** How many minutes a team still needs, as it says itself. */
export function EtaDialog({ who, now, onConfirm, ...frame }: EtaDialogProps) {
  const { t } = useTranslation('response')
  const [minutes, setMinutes] = useState('')
  const count = readMinutes(minutes)
  return (
    <SaidDialog
      {...frame}
      title={t('eta.title', { who })}
      confirm={t('field.record')}
      now={now}
      byLabel={t('field.by')}
      by={who}
      textLabel={t('field.note')}
      ready={count !== null}
      onConfirm={(said) => {
        if (count !== null) onConfirm(said.at + count * 60_000, said)
      }}
    >
      <TextField
        label={t('eta.minutes')}
        required
        autoFocus
        maxLength={4}
        value={minutes}
        problem={minutes !== '' && count === null ? t('eta.wrong') : undefined}
        onChange={setMinutes}
      />
    </SaidDialog>
  )
}

function readMinutes(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  if (!/^\d{1,4}$/.test(text)) return null
  const count = Number(text)
  return count <= MOST_MINUTES ? count : null
}
