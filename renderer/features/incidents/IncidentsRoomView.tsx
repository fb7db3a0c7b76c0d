import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../shared/domain/classification.ts'
import type { CallRow } from '../../../shared/ipc/calls.ts'
import type { IncidentRow } from '../../../shared/ipc/incidents.ts'
import { Button } from '../../components/Button.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { callColumns, incidentColumns } from './columns.tsx'
import './incidents.css'
import './facts.css'

/** current: open and not archived; all: also dismissed, merged, voided and archived ones; calls: every call. */
export const SCOPES = ['current', 'all', 'calls'] as const
export type Scope = (typeof SCOPES)[number]

export interface IncidentsRoomViewProps {
  /** The incident somebody comes back from. */
  readonly at?: string | null
  readonly scope: Scope
  /** Null while they are read for the first time. */
  readonly incidents: readonly IncidentRow[] | null
  readonly calls: readonly CallRow[] | null
  /** How many there are; more than shown when the ledger is cut at its newest. */
  readonly total: number
  readonly classification: Classification
  /** Words looked for in everything written about them. */
  readonly text: string
  /** Calls taken without sign-in that nobody has confirmed. */
  readonly unconfirmed: number
  onScope(scope: Scope): void
  onText(text: string): void
  onOpen(incident: string): void
  onIntake(): void
  onMore(): void
}

/** The ledgers of incidents and calls. */
export function IncidentsRoomView(props: IncidentsRoomViewProps) {
  const { t, i18n } = useTranslation('incidents')
  const { scope, incidents, calls, total, classification, unconfirmed } = props
  const forIncidents = useMemo(
    () => incidentColumns(t, classification, i18n.language),
    [t, classification, i18n.language],
  )
  const forCalls = useMemo(() => callColumns(t, classification, i18n.language), [t, classification, i18n.language])
  const shown = (scope === 'calls' ? calls : incidents)?.length ?? 0
  const tools = (
    <>
      <input
        className="input incident-search"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
      />
      {total > shown && shown > 0 ? (
        <Button size="small" onClick={props.onMore}>
          {t('more', { count: total - shown })}
        </Button>
      ) : null}
    </>
  )
  return (
    <div className="room">
      <RoomHeader title={t('title')}>
        <SegmentedChoice
          label={t('scope.title')}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={props.onScope}
        />
        <Button kind="primary" hotkey="F2" onClick={props.onIntake}>
          {t('common:frame.intake')}
        </Button>
      </RoomHeader>
      {unconfirmed > 0 ? (
        <p className="incident-contest" role="status">
          {t('unconfirmed', { count: unconfirmed })}{' '}
          {scope === 'calls' ? null : (
            <Button size="small" onClick={() => props.onScope('calls')}>
              {t('unconfirmedShow')}
            </Button>
          )}
        </p>
      ) : null}
      {scope === 'calls' ? (
        calls === null ? null : (
          <Ledger
            id="calls"
            title={t('scope.calls')}
            columns={forCalls}
            rows={calls}
            rowId={({ id }) => id}
            rowTone={({ voided }) => (voided ? 'void' : 'normal')}
            empty={t(props.text ? 'nothingFound' : 'emptyCalls')}
            tools={tools}
            onOpen={({ incident }) => incident && props.onOpen(incident.id)}
          />
        )
      ) : incidents === null ? null : (
        <Ledger
          id="incidents"
          at={props.at ?? null}
          title={t('title')}
          columns={forIncidents}
          rows={incidents}
          rowId={({ id }) => id}
          rowTone={toneOf}
          empty={t(props.text ? 'nothingFound' : scope === 'current' ? 'emptyCurrent' : 'emptyAll')}
          tools={tools}
          onOpen={({ id }) => props.onOpen(id)}
        />
      )}
    </div>
  )
}

function toneOf({ standing, phase }: IncidentRow): 'normal' | 'quiet' | 'void' {
  if (standing === 'voided') return 'void'
  return standing === 'open' && phase !== 'ended' && phase !== 'archived' ? 'normal' : 'quiet'
}
