import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { EMPTY_TEAM, teamChangesOf, teamFieldsOf, teamFormOf, teamProblems, villageOptions } from './model.ts'
import { TeamFormView } from './TeamFormView.tsx'

interface TeamFormProps {
  /** Null: a new one. */
  readonly team: TeamLine | null
  onDone(id: string): void
  onCancel(): void
}

/** Adds or edits a team. The versions it names are those on screen when the form opened. */
export function TeamForm({ team, onDone, onCancel }: TeamFormProps) {
  const { t } = useTranslation('teams')
  const { tell } = useNotices()
  const villages = useDesk('villages.options', null, ['village'])
  const add = useAct('teams.add', { quiet: true })
  const edit = useAct('teams.edit', { quiet: true })
  const [opened] = useState(team)
  const [form, setForm] = useState(() => (team ? teamFormOf(team) : EMPTY_TEAM))
  const [asked, setAsked] = useState(false)
  const problems = teamProblems(form)

  const save = async () => {
    setAsked(true)
    if (Object.keys(problems).length > 0 || add.pending || edit.pending) return
    const fields = teamFieldsOf(form, villages.data ?? [])
    if (opened) {
      const { id, tips } = opened
      const { ok } = await edit.run({ team: id, base: [...tips], set: teamChangesOf(opened, fields) })
      if (!ok) return
      tell('good', t('done.saved'))
      onDone(id)
    } else {
      const added = await add.run(fields)
      if (!added.ok) return
      tell('good', t('done.added', { name: fields.name }))
      onDone(added.value.id)
    }
  }
  return (
    <TeamFormView
      mode={opened ? 'edit' : 'add'}
      form={form}
      villages={villageOptions(villages.data ?? [], opened?.village ?? null)}
      problems={asked ? problems : {}}
      problem={add.problem ?? edit.problem}
      pending={add.pending || edit.pending}
      onChange={(part) => setForm((old) => ({ ...old, ...part }))}
      onSave={() => void save()}
      onCancel={onCancel}
    />
  )
}
