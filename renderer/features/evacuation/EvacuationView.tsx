import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { EvacuationLine } from '../../../shared/ipc/evacuations.ts'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'
import { EvacuationTotals } from './EvacuationTotals.tsx'
import { type EvacuationRow, rowsOf, stateOf, totalOf } from './model.ts'
import './evacuation.css'

export const EVACUATION_ACTS = ['order', 'count', 'claim', 'print'] as const
export type EvacuationAct = (typeof EVACUATION_ACTS)[number]
export const EVACUATION_KEYS: Readonly<Record<EvacuationAct, string>> = {
  order: 'n',
  count: 'j',
  claim: 'g',
  print: 'p',
}

export interface EvacuationViewProps {
  readonly incident: IncidentRef & { readonly open: boolean }
  readonly lists: readonly EvacuationLine[]
  /** Key of the household at hand. */
  readonly current: string | null
  onBack(): void
  onAct(act: EvacuationAct): void
  onCurrent(key: string): void
  /** Enter on a household: asks for the details. */
  onDetail(row: EvacuationRow): void
}

/** The evacuation of an incident: totals, then village by village every household with who answers for it. */
export function EvacuationView(props: EvacuationViewProps) {
  const { incident, lists, onBack, onAct } = props
  const { t } = useTranslation('evacuation')
  const total = totalOf(lists)
  return (
    <div className="room evacuation" data-help="evacuation">
      <header className="evacuation-head">
        <Button kind="quiet" hotkey="Esc" onClick={onBack}>
          {t('back')}
        </Button>
        <h1>
          {t('title')} <span className="digits">{incident.no}</span> {incident.title}
        </h1>
        <div className="evacuation-acts">
          {EVACUATION_ACTS.filter((act) => incident.open || act === 'print').map((act) => (
            <Button
              key={act}
              size="small"
              kind={act === 'order' ? 'primary' : 'plain'}
              hotkey={EVACUATION_KEYS[act].toUpperCase()}
              onClick={() => onAct(act)}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      </header>
      {lists.length === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <>
          <EvacuationTotals sum={total} />
          <p className="muted key-line">{t('keys')}</p>
          <div className="evacuation-lists scroll">
            {lists.map((list) => (
              <VillageList key={list.id} list={list} rows={rowsOf(lists)} {...props} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

interface VillageListProps extends EvacuationViewProps {
  readonly list: EvacuationLine
  readonly rows: readonly EvacuationRow[]
}

function VillageList({ list, rows, ...props }: VillageListProps) {
  const { t } = useTranslation('evacuation')
  const order = list.orders.at(-1)
  const { counted, sum } = list
  return (
    <Panel
      title={t('village', { name: list.village.name, count: sum.should.households })}
      actions={
        <span className="muted">
          {order ? (
            <>
              {t('ordered')} <BeijingTime ms={order.at} format="monthDay" />
              {order.zone ? ` · ${order.zone}` : ''}
              {order.shelter ? ` · ${t('shelter', { name: order.shelter })}` : ''}
            </>
          ) : null}
        </span>
      }
    >
      {counted ? (
        <p className="evacuation-counted">
          {t('counted', {
            by: counted.by,
            at: formatBeijing(counted.at, 'monthDay'),
            counts: (['should', 'moved', 'refused', 'missing'] as const)
              .filter((what) => counted.counts[what] !== null)
              .map((what) => `${t(`column.${what}`)} ${t('people', { count: counted.counts[what] ?? 0 })}`)
              .join(t('common:list.comma')),
          })}
          {counted.note ? t('countedNote', { note: counted.note }) : ''}
        </p>
      ) : null}
      {list.households.length === 0 ? <p className="muted">{t('noHouseholds')}</p> : null}
      <ul className="evacuation-rows">
        {list.households.map((household) => {
          const key = `${list.id}/${household.id}`
          return <Row key={key} row={{ key, list, household }} rows={rows} {...props} />
        })}
      </ul>
    </Panel>
  )
}

const TONES: Readonly<Record<string, Tone>> = {
  listed: 'mute',
  moved: 'good',
  refused: 'bad',
  missing: 'bad',
  returned: 'info',
}

interface RowProps extends EvacuationViewProps {
  readonly row: EvacuationRow
  readonly rows: readonly EvacuationRow[]
}

function Row({ row, rows, current, onCurrent, onDetail }: RowProps) {
  const { t } = useTranslation('evacuation')
  const button = useRef<HTMLButtonElement>(null)
  const { key, household } = row
  const { mark } = household
  const state = stateOf(household)
  const isCurrent = key === current
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = rows[Math.min(Math.max(rows.findIndex((one) => one.key === key) + by, 0), rows.length - 1)]
    if (next) onCurrent(next.key)
  }
  useEffect(() => {
    if (isCurrent && document.activeElement?.closest('.evacuation-rows')) button.current?.focus()
  }, [isCurrent])
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="evacuation-row"
        data-state={state}
        data-current={isCurrent || undefined}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => onCurrent(key)}
        onKeyDown={walk}
        onClick={() => onDetail(row)}
      >
        <span className="evacuation-who">
          <strong>{household.name}</strong> <span className="muted">{household.group}</span>
        </span>
        <span className="evacuation-people digits">
          {household.people === null ? t('peopleUnknown') : t('people', { count: household.people })}
        </span>
        <span className="evacuation-vulnerable">
          {household.vulnerable
            .map(({ name, kind }) => (kind ? t('common:list.remark', { what: name, remark: kind }) : name))
            .join(t('common:list.comma'))}
        </span>
        <span>
          {household.keeper
            ? t('keeper', { name: household.keeper.name, phone: household.keeper.phone })
            : t('noKeeper')}
          {household.phone ? <span className="muted"> {t('householdPhone', { phone: household.phone })}</span> : null}
        </span>
        <span className="evacuation-state">
          <StatusTag tone={TONES[state] ?? 'mute'}>{t(`sentences:word.householdState.${state}`)}</StatusTag>
          {household.contested ? <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag> : null}
          {mark && state !== 'listed' ? (
            <span className="muted">
              {mark.people === null ? '' : `${t('people', { count: mark.people })} `}
              {mark.by} <BeijingTime ms={mark.at} format="time" /> {mark.note}
            </span>
          ) : null}
        </span>
      </button>
    </li>
  )
}
