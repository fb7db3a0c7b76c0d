import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { MergeRecords } from './MergeRecords.tsx'
import { shownOf } from './model.ts'

interface MergePersonProps {
  readonly person: PersonLine
  readonly people: readonly PersonLine[]
  onClose(): void
}

export function MergePerson({ person, people, onClose }: MergePersonProps) {
  const { t } = useTranslation('people')
  const { tell } = useNotices()
  const act = useAct('people.merge', { quiet: true })
  return (
    <MergeRecords
      title={t('mergeTitle', { name: person.name })}
      explanation={t('mergeHow')}
      label={t('mergeInto')}
      options={shownOf(people, false)
        .filter(({ id }) => id !== person.id)
        .map(({ id, name, post, phone }) => ({ id, label: name, note: [post, phone].filter(Boolean).join(' ') }))}
      act={act}
      merge={async (into, reason) => (await act.run({ person: person.id, base: [...person.tips], into, reason })).ok}
      onMerged={() => {
        tell('good', t('merged', { name: person.name }))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
