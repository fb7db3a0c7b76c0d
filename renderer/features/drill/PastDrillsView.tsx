import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DrillLine, PractisedIncident } from '../../../shared/ipc/drill.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { countWords } from './model.ts'
import './drill.css'

export interface PastDrillsViewProps {
  /** Ended ones, the latest first. */
  readonly drills: readonly DrillLine[]
  /** The drill that is looked into. */
  readonly open: string | null
  /** Its incidents; null while they are put together. */
  readonly incidents: readonly PractisedIncident[] | null
  onOpen(drill: string): void
  onReview(incident: string): void
  onClose(): void
}

/** 以往演练: what was practised, how much of it, and the review of each incident. */
export function PastDrillsView(props: PastDrillsViewProps) {
  const { drills, open, onOpen, onClose } = props
  const { t } = useTranslation('drill')
  return (
    <Dialog title={t('past')} wide help="drill" onCancel={onClose}>
      {drills.length === 0 ? <p className="muted">{t('noPast')}</p> : <p className="muted">{t('pastHint')}</p>}
      <ol className="drill-past">
        {drills.map((drill) => (
          <li key={drill.id}>
            <button
              type="button"
              className="drill-past-head"
              aria-expanded={drill.id === open}
              onClick={() => onOpen(drill.id)}
            >
              <StatusTag tone="drill">{t('common:mark.drill')}</StatusTag>
              <strong>{drill.name}</strong>
              <span className="muted">{spanOf(drill, t)}</span>
            </button>
            {drill.id === open ? <PastDrill {...props} drill={drill} /> : null}
          </li>
        ))}
      </ol>
      <div className="dialog-buttons">
        <Button hotkey="Esc" onClick={onClose}>
          {t('pastClose')}
        </Button>
      </div>
    </Dialog>
  )
}

function PastDrill({ drill, incidents, onReview }: PastDrillsViewProps & { readonly drill: DrillLine }) {
  const { t } = useTranslation('drill')
  return (
    <div className="drill-past-body">
      {drill.ended ? <p>{countWords(drill.ended.counts, t)}</p> : null}
      {incidents?.length === 0 ? <p className="muted">{t('pastNoIncidents')}</p> : null}
      <ul className="drill-running">
        {(incidents ?? []).map(({ id, no, title, receivedAt }) => (
          <li key={id}>
            <span>
              <span className="digits">{no}</span> {title}{' '}
              <span className="muted digits">{formatBeijing(receivedAt, 'monthDay')}</span>
            </span>
            <Button size="small" onClick={() => onReview(id)}>
              {t('pastReview')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function spanOf({ startedAt, ended }: DrillLine, t: TFunction): string {
  if (!ended) return ''
  const [to, by] = [formatBeijing(ended.at, 'monthDay'), ended.by]
  return startedAt === null
    ? t('drill:pastSpanUnknown', { to, by })
    : t('drill:pastSpan', { from: formatBeijing(startedAt, 'monthDay'), to, by })
}
