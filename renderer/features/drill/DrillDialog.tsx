import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillState } from '../../../shared/ipc/drill.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { DrillInView } from './DrillInView.tsx'
import { DrillStartView } from './DrillStartView.tsx'
import { countWords, USUAL_LENGTH_MS } from './model.ts'
import { PastDrills } from './PastDrills.tsx'

interface DrillDialogProps {
  readonly state: DrillState
  onClose(): void
  /** This console went into a drill, or out of it: the page begins anew. */
  onTurn(): void
}

/** 演练: begin or join one; in one, leave or end it. */
export function DrillDialog({ state, onClose, onTurn }: DrillDialogProps) {
  return state.drill ? (
    <InDrill drill={state.drill} onClose={onClose} onTurn={onTurn} />
  ) : (
    <StartDrill running={state.running} onClose={onClose} onTurn={onTurn} />
  )
}

function StartDrill({ running, onClose, onTurn }: Pick<DrillState, 'running'> & Omit<DrillDialogProps, 'state'>) {
  const { t } = useTranslation('drill')
  const [now] = useState(() => Date.now())
  const [name, setName] = useState('')
  const [plannedEnd, setPlannedEnd] = useState<number | null | undefined>(now + USUAL_LENGTH_MS)
  const [asked, setAsked] = useState(false)
  const [past, setPast] = useState(false)
  const start = useAct('drill.start', { quiet: true })
  const join = useAct('drill.join', { quiet: true })
  const begin = async () => {
    setAsked(true)
    if (!name.trim() || typeof plannedEnd !== 'number' || start.pending) return
    if ((await start.run({ name: name.trim(), plannedEnd })).ok) onTurn()
  }
  // In its place: Esc there leads back to what is typed here.
  if (past) return <PastDrills onClose={() => setPast(false)} onLeave={onClose} />
  return (
    <DrillStartView
      running={running}
      name={name}
      plannedEnd={plannedEnd ?? null}
      now={now}
      problems={{
        name: asked && !name.trim() ? t('nameMissing') : undefined,
        plannedEnd: asked && plannedEnd === null ? t('endMissing') : undefined,
      }}
      refusal={start.problem ?? join.problem}
      pending={start.pending || join.pending}
      onName={setName}
      onPlannedEnd={setPlannedEnd}
      onStart={() => void begin()}
      onJoin={(id) => void join.run({ id }).then(({ ok }) => ok && onTurn())}
      onPast={() => setPast(true)}
      onClose={onClose}
    />
  )
}

function InDrill({
  drill,
  onClose,
  onTurn,
}: { readonly drill: NonNullable<DrillState['drill']> } & Omit<DrillDialogProps, 'state'>) {
  const { t } = useTranslation('drill')
  const { tell } = useNotices()
  const open = useDesk('drill.open', null, ['incident', 'task', 'response'])
  const leave = useAct('drill.leave', { quiet: true })
  const end = useAct('drill.end', { quiet: true })
  const finish = async () => {
    const answer = await end.run(null)
    if (!answer.ok) return
    tell('good', t('ended', { name: drill.name, counts: countWords(answer.value, t) }))
    onTurn()
  }
  return (
    <DrillInView
      drill={drill}
      now={Date.now()}
      open={open.data ?? null}
      refusal={leave.problem ?? end.problem}
      pending={leave.pending || end.pending}
      onLeave={() => void leave.run({ reason: 'left' }).then(({ ok }) => ok && onTurn())}
      onEnd={() => void finish()}
      onClose={onClose}
    />
  )
}
