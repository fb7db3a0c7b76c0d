import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPerson } from '../../../shared/ipc/session.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { useNotices } from '../../components/notices.ts'
import { TextField } from '../../components/TextField.tsx'
import { useAct } from '../../components/useAct.ts'
import { SHORTEST_PASSWORD } from './model.ts'

/** A new password for whoever is signed in. */
export function ChangePassword({ person, onClose }: { readonly person: SessionPerson; onClose(): void }) {
  const { t } = useTranslation('session')
  const { tell } = useNotices()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('session.setPassword', { quiet: true })
  const short = [...password].length < SHORTEST_PASSWORD
  const save = async () => {
    setAsked(true)
    if (old === '' || short || password !== again || act.pending) return
    const answer = await act.run({ person: person.id, proof: { kind: 'oldPassword', password: old }, password })
    if (!answer.ok) return
    tell('good', t('passwordChanged'))
    onClose()
  }
  const field = { type: 'password', required: true, maxLength: 200 } as const
  return (
    <Dialog title={t('changePassword')} onCancel={onClose}>
      <EnterForm label={t('changePassword')} className="form-column" onSubmit={() => void save()}>
        <TextField
          {...field}
          label={t('oldPassword')}
          autoComplete="current-password"
          autoFocus
          value={old}
          onChange={setOld}
          problem={asked && old === '' ? t('problem.password') : act.problem}
        />
        <TextField
          {...field}
          label={t('newPassword')}
          hint={t('newPasswordHint', { least: SHORTEST_PASSWORD })}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          problem={asked && short ? t('problem.short', { least: SHORTEST_PASSWORD }) : undefined}
        />
        <TextField
          {...field}
          label={t('again')}
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          problem={asked && password !== again ? t('problem.differs') : undefined}
        />
        <div className="dialog-buttons">
          <Button onClick={onClose} hotkey="Esc">
            {t('common:form.cancel')}
          </Button>
          <Button submit kind="primary" pending={act.pending} hotkey="Enter">
            {t('savePassword')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
