import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { MergeView } from './MergeView.tsx'
import { shownOf } from './model.ts'

interface MergePersonProps {
  readonly person: PersonLine
  readonly people: readonly PersonLine[]
  onClose(): void
}

export function MergePerson({ person, people, onClose }: MergePersonProps) {
  const { t } = useTranslation('people')
  const { tell } = useNotices()
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('people.merge', { quiet: true })
  const merge = async () => {
    setAsked(true)
    if (into === null || reason.trim() === '' || act.pending) return
    const answer = await act.run({ person: person.id, base: [...person.tips], into, reason })
    if (!answer.ok) return
    tell('good', t('merged', { name: person.name }))
    onClose()
  }
  return (
    <MergeView
      title={t('mergeTitle', { name: person.name })}
      explanation={t('mergeHow')}
      label={t('mergeInto')}
      options={shownOf(people, false)
        .filter(({ id }) => id !== person.id)
        .map(({ id, name, post, phone }) => ({ id, label: name, note: [post, phone].filter(Boolean).join(' ') }))}
      into={into}
      reason={reason}
      asked={asked}
      pending={act.pending}
      refusal={act.problem}
      onInto={setInto}
      onReason={setReason}
      onMerge={() => void merge()}
      onClose={onClose}
    />
  )
}
