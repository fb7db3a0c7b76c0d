import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { EMPTY_PERSON } from './model.ts'
import { PersonDialogView } from './PersonDialogView.tsx'

export function AddPerson({ mayAuthorise, onClose }: { readonly mayAuthorise: boolean; onClose(): void }) {
  const { t } = useTranslation('people')
  const { tell } = useNotices()
  const [form, setForm] = useState(EMPTY_PERSON)
  const [asked, setAsked] = useState(false)
  const add = useAct('people.add', { quiet: true })
  const save = async () => {
    setAsked(true)
    if (form.name.trim() === '' || add.pending) return
    const answer = await add.run({ ...form, roles: [...form.roles] })
    if (!answer.ok) return
    tell('good', t('added', { name: form.name.trim() }))
    onClose()
  }
  return (
    <PersonDialogView
      title={t('add')}
      form={form}
      nameMissing={asked && form.name.trim() === ''}
      mayAuthorise={mayAuthorise}
      pending={add.pending}
      refusal={add.problem}
      onChange={setForm}
      onSave={() => void save()}
      onClose={onClose}
    />
  )
}
