import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { villagesOf } from '../setup/model.ts'
import { AddVillagesView } from './AddVillagesView.tsx'

export function AddVillages({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('villages')
  const { tell } = useNotices()
  const [names, setNames] = useState('')
  const act = useAct('villages.add', { quiet: true })
  const found = villagesOf(names)
  const add = async () => {
    if (found.length === 0 || act.pending) return
    const answer = await act.run({ names: [...found] })
    if (!answer.ok) return
    tell('good', t('added', { count: answer.value.added, known: found.length - answer.value.added }))
    onClose()
  }
  return (
    <AddVillagesView
      names={names}
      count={found.length}
      pending={act.pending}
      refusal={act.problem}
      onNames={setNames}
      onAdd={() => void add()}
      onClose={onClose}
    />
  )
}
