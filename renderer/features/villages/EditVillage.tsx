import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultOf } from '../../../shared/ipc/contract.ts'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { Button } from '../../components/Button.tsx'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { changesOf, formOf, stateOf, type VillageState } from './model.ts'
import { VillageDialogView } from './VillageDialogView.tsx'

/** What can be done with a village besides editing. */
export type VillageAct = 'merge' | 'unmerge' | 'retire' | 'restore'

const ACTS: Readonly<Record<VillageState, readonly VillageAct[]>> = {
  active: ['merge', 'retire'],
  merged: ['unmerge'],
  retired: ['restore'],
}

interface EditVillageProps {
  /** As it stood when the dialog was opened: its versions are what the edit is based on. */
  readonly village: VillageLine
  readonly people: ResultOf<'people.options'>
  onAct(act: VillageAct): void
  onClose(): void
}

export function EditVillage({ village, people, onAct, onClose }: EditVillageProps) {
  const { t } = useTranslation('villages')
  const { tell } = useNotices()
  const [form, setForm] = useState(() => formOf(village))
  const [asked, setAsked] = useState(false)
  const edit = useAct('villages.edit', { quiet: true })
  const assign = useAct('villages.assign', { quiet: true })
  const save = async () => {
    setAsked(true)
    if (form.name.trim() === '' || edit.pending || assign.pending) return
    const { set, assigned } = changesOf(village, form)
    const named = { village: village.id, base: [...village.tips] }
    if (Object.keys(set).length > 0 && !(await edit.run({ ...named, set })).ok) return
    if (assigned && !(await assign.run({ ...named, person: form.responsible })).ok) return
    if (assigned || Object.keys(set).length > 0) tell('good', t('saved', { name: form.name.trim() }))
    onClose()
  }
  const notes = [
    ...(village.merged ? [t('mergedNote', { into: village.merged.name, reason: village.merged.reason })] : []),
    ...(village.retired === null ? [] : [t('retiredNote', { reason: village.retired })]),
    ...(village.contested.length > 0 ? [t('people:contestedNote')] : []),
  ]
  return (
    <VillageDialogView
      title={t('editTitle', { name: village.name })}
      form={form}
      people={people.map(({ id, name, post, phone }) => ({
        id,
        label: name,
        note: [post, phone].filter(Boolean).join(' '),
      }))}
      nameMissing={asked && form.name.trim() === ''}
      pending={edit.pending || assign.pending}
      refusal={edit.problem ?? assign.problem}
      notes={notes}
      actions={ACTS[stateOf(village)].map((act) => (
        <Button key={act} onClick={() => onAct(act)}>
          {t(`act.${act}`)}
        </Button>
      ))}
      onChange={setForm}
      onSave={() => void save()}
      onClose={onClose}
    />
  )
}
