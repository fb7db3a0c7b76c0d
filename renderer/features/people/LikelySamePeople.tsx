import { useTranslation } from 'react-i18next'
import type { LikelySame, PersonLine } from '../../../shared/ipc/people.ts'
import { useAct } from '../../components/useAct.ts'
import { LikelySameView } from './LikelySameView.tsx'

interface LikelySamePeopleProps {
  readonly groups: readonly LikelySame[]
  readonly people: readonly PersonLine[]
  onClose(): void
}

export function LikelySamePeople({ groups, people, onClose }: LikelySamePeopleProps) {
  const { t } = useTranslation('people')
  const act = useAct('people.merge', { quiet: true })
  const merge = async ({ by, people: group }: LikelySame, into: string) => {
    for (const { id } of group.filter((person) => person.id !== into)) {
      const base = people.find((person) => person.id === id)?.tips ?? []
      if (!(await act.run({ person: id, base: [...base], into, reason: t(`sameReason.${by}`) })).ok) return
    }
  }
  return (
    <LikelySameView
      groups={groups}
      people={people}
      pending={act.pending}
      refusal={act.problem}
      onMerge={(group, into) => void merge(group, into)}
      onClose={onClose}
    />
  )
}
