import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'

interface ReasonedActProps {
  readonly act: 'revoke' | 'reinstate' | 'unmerge'
  readonly person: PersonLine
  onClose(): void
}

/** Acts on a person that need a reason. */
export function ReasonedAct({ act, person, onClose }: ReasonedActProps) {
  const { t } = useTranslation('people')
  const send = useAct(`people.${act}`, { quiet: true })
  const confirm = async (reason: string) => {
    const answer = await send.run({ person: person.id, base: [...person.tips], reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={t(`${act}Title`, { name: person.name })}
      explanation={t(`${act}How`)}
      confirm={t(`act.${act}`)}
      danger={act === 'revoke'}
      pending={send.pending}
      problem={send.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
    />
  )
}
