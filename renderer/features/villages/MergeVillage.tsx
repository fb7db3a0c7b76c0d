import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { MergeView } from '../people/MergeView.tsx'
import { shownOf } from './model.ts'

interface MergeVillageProps {
  readonly village: VillageLine
  readonly villages: readonly VillageLine[]
  onClose(): void
}

export function MergeVillage({ village, villages, onClose }: MergeVillageProps) {
  const { t } = useTranslation('villages')
  const { tell } = useNotices()
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('villages.merge', { quiet: true })
  const merge = async () => {
    setAsked(true)
    if (into === null || reason.trim() === '' || act.pending) return
    const answer = await act.run({ village: village.id, base: [...village.tips], into, reason })
    if (!answer.ok) return
    tell('good', t('people:merged', { name: village.name }))
    onClose()
  }
  return (
    <MergeView
      title={t('mergeTitle', { name: village.name })}
      explanation={t('mergeHow')}
      label={t('mergeInto')}
      options={shownOf(villages, false)
        .filter(({ id }) => id !== village.id)
        .map(({ id, name, code }) => ({ id, label: name, note: code }))}
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
