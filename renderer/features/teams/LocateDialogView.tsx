import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface LocateDialogViewProps {
  readonly team: string
  readonly now: number
  readonly pending: boolean
  readonly problem: string | undefined
  /** `at` null: now. */
  onConfirm(place: string, at: number | null): void
  onCancel(): void
}

/** 报位置: where a team says it is, and since when. */
export function LocateDialogView({ team, now, pending, problem, onConfirm, onCancel }: LocateDialogViewProps) {
  const { t } = useTranslation('teams')
  const [place, setPlace] = useState('')
  const [at, setAt] = useState<number | null | undefined>(null)
  const [asked, setAsked] = useState(false)
  const title = t('locate.title', { name: team })
  const missing = place.trim() === ''
  const confirm = () => {
    setAsked(true)
    if (!missing && at !== undefined && !pending) onConfirm(place.trim(), at)
  }
  return (
    <Dialog title={title} onCancel={onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={confirm}>
        <TextField
          label={t('locate.place')}
          required
          hint={t('locate.placeHint')}
          problem={asked && missing ? t('locate.needed') : undefined}
          autoFocus
          maxLength={200}
          value={place}
          onChange={setPlace}
        />
        <MomentField
          label={t('locate.at')}
          value={at ?? null}
          lean="past"
          now={now}
          placeholder={t('locate.now')}
          onChange={setAt}
        />
        <FormFooter submit={t('locate.confirm')} pending={pending} problem={problem} escape onCancel={onCancel} />
      </EnterForm>
    </Dialog>
  )
}
