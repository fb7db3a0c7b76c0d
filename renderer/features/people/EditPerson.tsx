import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { Button } from '../../components/Button.tsx'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { changesOf, formOf, stateOf } from './model.ts'
import { PersonDialogView } from './PersonDialogView.tsx'

/** What can be done with a person besides editing. */
export type PersonAct = 'code' | 'merge' | 'unmerge' | 'revoke' | 'reinstate'

interface EditPersonProps {
  /** As it stood when the dialog was opened: its versions are what the edit is based on. */
  readonly person: PersonLine
  readonly mayAuthorise: boolean
  onAct(act: PersonAct): void
  onClose(): void
}

export function EditPerson({ person, mayAuthorise, onAct, onClose }: EditPersonProps) {
  const { t } = useTranslation('people')
  const { tell } = useNotices()
  const [form, setForm] = useState(() => formOf(person))
  const [asked, setAsked] = useState(false)
  const edit = useAct('people.edit', { quiet: true })
  const changeRoles = useAct('people.changeRoles', { quiet: true })
  const save = async () => {
    setAsked(true)
    if (form.name.trim() === '' || edit.pending || changeRoles.pending) return
    const { set, add, remove } = changesOf(person, form)
    const named = { person: person.id, base: [...person.tips] }
    if (Object.keys(set).length > 0 && !(await edit.run({ ...named, set })).ok) return
    if (add.length + remove.length > 0 && !(await changeRoles.run({ ...named, add, remove })).ok) return
    if (Object.keys(set).length + add.length + remove.length > 0) tell('good', t('saved', { name: form.name.trim() }))
    onClose()
  }
  const notes = [
    ...(person.revoked ? [t('revokedNote', { by: person.revoked.by, reason: person.revoked.reason })] : []),
    ...(person.merged ? [t('mergedNote', { into: person.merged.name, reason: person.merged.reason })] : []),
    ...(person.contested.length > 0 ? [t('contestedNote')] : []),
  ]
  return (
    <PersonDialogView
      title={t('editTitle', { name: person.name })}
      form={form}
      nameMissing={asked && form.name.trim() === ''}
      mayAuthorise={mayAuthorise}
      pending={edit.pending || changeRoles.pending}
      refusal={edit.problem ?? changeRoles.problem}
      notes={notes}
      actions={actsOf(person, mayAuthorise).map((act) => (
        <Button key={act} kind={act === 'revoke' ? 'danger' : 'plain'} onClick={() => onAct(act)}>
          {t(`act.${act}`)}
        </Button>
      ))}
      onChange={setForm}
      onSave={() => void save()}
      onClose={onClose}
    />
  )
}

function actsOf(person: PersonLine, mayAuthorise: boolean): readonly PersonAct[] {
  switch (stateOf(person)) {
    case 'merged':
      return mayAuthorise ? ['unmerge'] : []
    case 'revoked':
      return mayAuthorise ? ['reinstate'] : []
    case 'active':
      if (!mayAuthorise) return person.roles.length === 0 ? ['merge'] : []
      return person.roles.length > 0 ? ['code', 'merge', 'revoke'] : ['merge', 'revoke']
  }
}
