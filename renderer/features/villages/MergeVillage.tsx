import { useTranslation } from 'react-i18next'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { MergeRecords } from '../people/MergeRecords.tsx'
import { shownOf } from './model.ts'

interface MergeVillageProps {
  readonly village: VillageLine
  readonly villages: readonly VillageLine[]
  onClose(): void
}

export function MergeVillage({ village, villages, onClose }: MergeVillageProps) {
  const { t } = useTranslation('villages')
  const { tell } = useNotices()
  const act = useAct('villages.merge', { quiet: true })
  return (
    <MergeRecords
      title={t('mergeTitle', { name: village.name })}
      explanation={t('mergeHow')}
      label={t('mergeInto')}
      options={shownOf(villages, false)
        .filter(({ id }) => id !== village.id)
        .map(({ id, name, code }) => ({ id, label: name, note: code }))}
      act={act}
      merge={async (into, reason) => (await act.run({ village: village.id, base: [...village.tips], into, reason })).ok}
      onMerged={() => {
        tell('good', t('people:merged', { name: village.name }))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
