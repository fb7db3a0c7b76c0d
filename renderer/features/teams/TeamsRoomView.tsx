import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamLine, TeamLoad } from '../../../shared/ipc/teams.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { teamColumns } from './columns.tsx'
import { compareByLoad, isActive, totalsOf } from './model.ts'
import './teams.css'

export interface TeamsRoomViewProps {
  readonly teams: readonly TeamLine[]
  readonly loads: readonly TeamLoad[]
  readonly showPast: boolean
  readonly exporting: boolean
  /** The open team, beside the ledger. */
  readonly detail?: ReactNode
  onShowPast(show: boolean): void
  onOpen(team: TeamLine): void
  onAdd(): void
  onImport(): void
  onExport(): void
  onTemplate(): void
}

/** The ledger of rescue teams, and the open one beside it. */
export function TeamsRoomView(props: TeamsRoomViewProps) {
  const { t, i18n } = useTranslation('teams')
  const { teams, loads, showPast, exporting, detail } = props
  const byTeam = useMemo(() => new Map(loads.map((load) => [load.id, load])), [loads])
  const shown = useMemo(
    () => (showPast ? teams : teams.filter(isActive)).toSorted(compareByLoad(byTeam)),
    [showPast, teams, byTeam],
  )
  const columns = useMemo(() => teamColumns(t, i18n.language, byTeam), [t, i18n.language, byTeam])
  const hasPast = teams.some((team) => !isActive(team))
  return (
    <div className="room">
      <RoomHeader title={t('title')} note={t('note', { ...totalsOf(teams) })}>
        <Button onClick={props.onTemplate} pending={exporting}>
          {t('template')}
        </Button>
        <Button onClick={props.onExport} pending={exporting} disabled={teams.length === 0}>
          {t('export')}
        </Button>
        <Button onClick={props.onImport}>{t('import')}</Button>
        <Button kind="primary" onClick={props.onAdd}>
          {t('add')}
        </Button>
      </RoomHeader>
      <div className="teams-split">
        <Ledger
          id="teams"
          title={t('title')}
          columns={columns}
          rows={shown}
          rowId={({ id }) => id}
          rowTone={(team) => (isActive(team) ? 'normal' : 'quiet')}
          onOpen={props.onOpen}
          empty={t('empty')}
          tools={
            hasPast ? <CheckField label={t('showRetired')} checked={showPast} onChange={props.onShowPast} /> : null
          }
        />
        {detail}
      </div>
    </div>
  )
}
