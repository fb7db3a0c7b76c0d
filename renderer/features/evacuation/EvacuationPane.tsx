import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdState } from '../../../shared/domain/evacuation/events.ts'
import { fieldsOf, labelOf } from '../../../shared/domain/incident/readIncident.ts'
import type { EvacuationLine } from '../../../shared/ipc/evacuations.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import { useNotices } from '../../components/notices.ts'
import { usePrint } from '../../components/print/usePrint.tsx'
import { useAct } from '../../components/useAct.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { walkFromCurrent } from '../../components/walkFocus.ts'
import { useDesk } from '../../useDesk.ts'
import { standingOf } from '../incidents/model.ts'
import { CountDialog, MarkDialog, OrderEvacuationDialog } from './dialogs.tsx'
import { EVACUATION_KEYS, type EvacuationAct, EvacuationView } from './EvacuationView.tsx'
import { claimOf, type EvacuationRow, nextWaiting, rowsOf, STATE_KEYS, totalOf } from './model.ts'
import { evacuationSheet } from './printList.ts'

const ROWS = '.evacuation-row'

export interface EvacuationPaneProps {
  readonly id: string
  onBack(): void
}

/** The evacuation of one incident, read, ticked by keys, kept up to date. */
export function EvacuationPane({ id, onBack }: EvacuationPaneProps) {
  const detail = useDesk('incident.detail', { id }, ['incident', 'call']).data
  const lists = useDesk('evacuation.list', { incident: id }, ['evacuation', 'household', 'incident']).data
  if (!detail || !lists) return <div className="room" aria-busy="true" />
  return <Loaded detail={detail} lists={lists} onBack={onBack} />
}

interface LoadedProps {
  readonly detail: IncidentDetail
  readonly lists: readonly EvacuationLine[]
  onBack(): void
}

type Under = { readonly act: 'order' | 'count' } | { readonly row: EvacuationRow }

function Loaded({ detail, lists, onBack }: LoadedProps) {
  const { t } = useTranslation('evacuation')
  const { tell } = useNotices()
  const print = usePrint()
  const now = useNow()
  const [under, setUnder] = useState<Under | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const mark = useAct('evacuation.mark')
  const claim = useAct('incident.claimFigures')
  const { state, tips } = detail.incident
  const { no, title } = labelOf(state)
  const open = standingOf(detail) === 'open'
  const rows = rowsOf(lists)
  const current = rows.some(({ key }) => key === chosen) ? chosen : (rows[0]?.key ?? null)
  const row = rows.find(({ key }) => key === current)
  const setState = async (to: HouseholdState) => {
    if (!row || mark.pending) return
    const { list, household } = row
    const target = { incident: list.incident, village: list.village, base: [...list.tips], household: household.id }
    const said = { state: to, at: Date.now(), by: '', means: 'phone' as const, note: '' }
    const { ok } = await mark.run({ ...target, ...said })
    if (ok) setChosen(nextWaiting(rows, row.key))
  }
  const claimNow = async () => {
    if (claim.pending) return
    const amount = claimOf(totalOf(lists))
    if (amount === undefined) return tell('warn', t('claim.nothing'))
    const figures = { evacuated: amount }
    const said = { at: Date.now(), source: t('claim.source'), figures }
    if ((await claim.run({ id: state.id, base: [...tips], ...said })).ok) tell('good', t('claim.done'))
  }
  const act = (what: EvacuationAct) => {
    if (what === 'print') void print(evacuationSheet(lists, { no, title }, t))
    else if (what === 'claim') void claimNow()
    else setUnder({ act: what })
  }
  useRoomKeys({
    escape: onBack,
    p: () => act('print'),
    arrowdown: () => walkFromCurrent(ROWS, 1),
    arrowup: () => walkFromCurrent(ROWS, -1),
    enter: row ? () => setUnder({ row }) : undefined,
    ...(open
      ? {
          [EVACUATION_KEYS.order]: () => act('order'),
          [EVACUATION_KEYS.count]: () => act('count'),
          [EVACUATION_KEYS.claim]: () => act('claim'),
        }
      : {}),
    ...Object.fromEntries(
      Object.entries(STATE_KEYS).map(([to, key]) => [key, row ? () => void setState(to as HouseholdState) : undefined]),
    ),
  })
  return (
    <>
      <EvacuationView
        incident={{ id: state.id, no, title, open }}
        lists={lists}
        current={current}
        onBack={onBack}
        onAct={act}
        onCurrent={setChosen}
        onDetail={(one) => setUnder({ row: one })}
      />
      {under ? (
        <div data-help="evacuation">
          <Dialogs under={under} detail={detail} lists={lists} now={now} onDone={() => setUnder(null)} />
        </div>
      ) : null}
    </>
  )
}

interface DialogsProps extends Omit<LoadedProps, 'onBack'> {
  readonly under: Under
  readonly now: number
  onDone(): void
}

function Dialogs({ under, detail, lists, now, onDone }: DialogsProps) {
  const villages = useDesk('villages.options', null, ['village']).data
  const households = useDesk('households.list', null, ['household']).data
  const order = useAct('evacuation.order', { quiet: true })
  const count = useAct('evacuation.count', { quiet: true })
  const mark = useAct('evacuation.mark', { quiet: true })
  const settle = async (running: Promise<{ readonly ok: boolean }>) => {
    if ((await running).ok) onDone()
  }
  const { state } = detail.incident
  if (!villages || !households) return null
  const own = fieldsOf(state).village
  const village = villages.find(({ id }) => id === own?.id)?.id ?? null
  if ('row' in under) {
    const { list, household } = under.row
    const target = { incident: list.incident, village: list.village, base: [...list.tips], household: household.id }
    return (
      <MarkDialog
        row={under.row}
        now={now}
        pending={mark.pending}
        problem={mark.problem}
        onConfirm={(values) => void settle(mark.run({ ...target, ...values }))}
        onCancel={onDone}
      />
    )
  }
  if (under.act === 'order')
    return (
      <OrderEvacuationDialog
        villages={villages}
        village={village}
        zones={zonesOf(households)}
        pending={order.pending}
        problem={order.problem}
        onConfirm={(values) => void settle(order.run({ incident: state.id, ...values }))}
        onCancel={onDone}
      />
    )
  const tipsOf = (id: string) => [...(lists.find((list) => list.village.id === id)?.tips ?? [])]
  return (
    <CountDialog
      villages={villages}
      village={village}
      now={now}
      pending={count.pending}
      problem={count.problem}
      onConfirm={(values) => void settle(count.run({ incident: state.id, base: tipsOf(values.village.id), ...values }))}
      onCancel={onDone}
    />
  )
}

function zonesOf(
  households: readonly {
    readonly village: { readonly name: string }
    readonly zone: string
    readonly retired: string | null
  }[],
) {
  const zones = new Map<string, { village: string; zone: string; households: number }>()
  for (const { village, zone, retired } of households) {
    if (retired !== null) continue
    const key = `${village.name}|${zone}`
    const known = zones.get(key) ?? { village: village.name, zone, households: 0 }
    zones.set(key, { ...known, households: known.households + 1 })
  }
  return [...zones.values()]
}
