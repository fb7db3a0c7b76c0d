import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { teamColumns } from './columns.tsx'
import { isActive, totalsOf } from './model.ts'
import './teams.css'

export interface TeamsRoomViewProps {
  readonly teams: readonly TeamLine[]
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
  const { teams, showPast, exporting, detail } = props
  const shown = showPast ? teams : teams.filter(isActive)
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
          columns={teamColumns(t, i18n.language)}
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
