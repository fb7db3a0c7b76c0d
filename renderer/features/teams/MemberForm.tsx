import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamLine, TeamMemberLine } from '../../../shared/ipc/teams.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { MemberFormView } from './MemberFormView.tsx'
import { EMPTY_MEMBER, memberFormOf, memberProblems, memberSetOf } from './model.ts'

interface MemberFormProps {
  readonly team: TeamLine
  /** Null: a new one. */
  readonly member: TeamMemberLine | null
  onClose(): void
}

/** Adds people one after another, or edits one. */
export function MemberForm({ team, member, onClose }: MemberFormProps) {
  const { t } = useTranslation('teams')
  const { tell } = useNotices()
  const set = useAct('teams.setMember', { quiet: true })
  const [form, setForm] = useState(() => (member ? memberFormOf(member) : EMPTY_MEMBER))
  const [asked, setAsked] = useState(false)
  // A new form a person: its first field has the focus again.
  const [turn, setTurn] = useState(0)
  const problems = memberProblems(form)

  const save = async (again: boolean) => {
    setAsked(true)
    if (Object.keys(problems).length > 0 || set.pending) return
    const { ok } = await set.run({ team: team.id, base: [...team.tips], member: memberSetOf(form, member) })
    if (!ok) return
    tell('good', t('done.saved'))
    if (!again) return onClose()
    setForm(EMPTY_MEMBER)
    setAsked(false)
    setTurn(turn + 1)
  }
  return (
    <MemberFormView
      key={turn}
      mode={member ? 'edit' : 'add'}
      form={form}
      problems={asked ? problems : {}}
      problem={set.problem}
      pending={set.pending}
      onChange={(part) => setForm((old) => ({ ...old, ...part }))}
      onSave={(again) => void save(again)}
      onCancel={onClose}
    />
  )
}
