import { useTranslation } from 'react-i18next'
import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'

interface ReasonedVillageActProps {
  readonly act: 'retire' | 'restore' | 'unmerge'
  readonly village: VillageLine
  onClose(): void
}

/** Acts on a village that need a reason. */
export function ReasonedVillageAct({ act, village, onClose }: ReasonedVillageActProps) {
  const { t } = useTranslation('villages')
  const send = useAct(`villages.${act}`, { quiet: true })
  const confirm = async (reason: string) => {
    const answer = await send.run({ village: village.id, base: [...village.tips], reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={t(`${act}Title`, { name: village.name })}
      explanation={t(`${act}How`)}
      confirm={t(`act.${act}`)}
      pending={send.pending}
      problem={send.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
    />
  )
}
