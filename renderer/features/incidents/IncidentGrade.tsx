import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import type { ProposedGrade } from '../../../shared/ipc/grading.ts'
import { LevelChoice } from '../../components/LevelChoice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { ActDialog } from './ActDialog.tsx'
import { GradeView, gradeReasons } from './GradeView.tsx'

interface IncidentGradeProps {
  readonly target: { readonly id: string; readonly base: string[] }
  readonly level: Level
  readonly open: boolean
}

/** The proposed grade of an incident; nothing while the rules say nothing. */
export function IncidentGrade({ target, level, open }: IncidentGradeProps) {
  const { t } = useTranslation('incidents')
  const { data: proposal } = useDesk('incident.proposedGrade', { id: target.id }, ['incident', 'call'])
  const grade = useAct('incident.grade')
  const [other, setOther] = useState(false)
  if (!proposal) return null
  return (
    <>
      <GradeView
        proposal={proposal}
        level={level}
        open={open}
        pending={grade.pending}
        onAccept={() => void grade.run({ ...target, level: proposal.level, because: gradeReasons(proposal, t) })}
        onOther={() => setOther(true)}
      />
      {other ? <OtherGrade target={target} proposal={proposal} level={level} onDone={() => setOther(false)} /> : null}
    </>
  )
}

function OtherGrade({
  target,
  proposal,
  level,
  onDone,
}: Omit<IncidentGradeProps, 'open'> & { readonly proposal: ProposedGrade; onDone(): void }) {
  const { t } = useTranslation('incidents')
  const act = useAct('incident.grade', { quiet: true })
  const [chosen, setChosen] = useState(level)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('grade.otherTitle')}
      explanation={t('grade.otherExplained', { level: t(`common:level.${proposal.level}`) })}
      confirm={t('grade.do')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async () => {
        const said = reason.trim()
        const because = gradeReasons(proposal, t)
        const answer = await act.run({ ...target, level: chosen, because, ...(said ? { reason: said } : {}) })
        if (answer.ok) onDone()
      }}
      onCancel={onDone}
    >
      <LevelChoice value={chosen} onChange={setChosen} />
      <TextField
        label={t('grade.reasonLabel')}
        required
        autoFocus
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  )
}
