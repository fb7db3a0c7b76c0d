import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPerson } from '../../../shared/ipc/session.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { NewPasswordFields } from '../../components/NewPasswordFields.tsx'
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
  return (
    <FormDialog
      title={t('changePassword')}
      help="signIn"
      submit={t('savePassword')}
      pending={act.pending}
      onSubmit={() => void save()}
      onCancel={onClose}
    >
      <TextField
        type="password"
        required
        maxLength={200}
        label={t('oldPassword')}
        autoComplete="current-password"
        autoFocus
        value={old}
        onChange={setOld}
        problem={asked && old === '' ? t('problem.password') : act.problem}
      />
      <NewPasswordFields
        labels={{
          password: t('newPassword'),
          hint: t('newPasswordHint', { least: SHORTEST_PASSWORD }),
          again: t('again'),
        }}
        {...{ password, again }}
        problems={{
          password: asked && short ? t('problem.short', { least: SHORTEST_PASSWORD }) : undefined,
          again: asked && password !== again ? t('problem.differs') : undefined,
        }}
        onChange={(part) => {
          if (part.password !== undefined) setPassword(part.password)
          if (part.again !== undefined) setAgain(part.again)
        }}
      />
    </FormDialog>
  )
}
