import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '../../../shared/ipc/incidents.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { useWalkedList } from '../../components/useWalkedList.ts'
import './response.css'

export interface ResponseListViewProps {
  /** Null while they are read for the first time. */
  readonly rows: readonly IncidentRow[] | null
  onOpen(incident: string): void
}

/** The incidents under way, the newest first: one opens its board. */
export function ResponseListView({ rows, onOpen }: ResponseListViewProps) {
  const { t } = useTranslation('response')
  const walked = useWalkedList<HTMLUListElement>()
  return (
    <div className="room">
      <RoomHeader title={t('list.title')} note={rows ? t('list.count', { count: rows.length }) : undefined} />
      {rows?.length === 0 ? <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} /> : null}
      <ul className="board-list scroll" {...walked}>
        {(rows ?? []).map((row) => (
          <li key={row.id}>
            <button type="button" className="board-list-row" onClick={() => onOpen(row.id)}>
              <span className="digits">{row.no}</span>
              <strong>{row.title}</strong>
              <LevelMark level={row.level} />
              <span className="muted board-list-facts">
                {row.villageName} · {t(`sentences:word.phase.${row.phase}`)} ·{' '}
                <BeijingTime ms={row.openedMs} format="monthDay" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
