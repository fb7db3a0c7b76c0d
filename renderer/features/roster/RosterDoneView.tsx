import { useTranslation } from 'react-i18next'
import type { ImportedCounts } from '../../../shared/ipc/roster.ts'
import { Button } from '../../components/Button.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './roster.css'

export interface RosterDoneViewProps {
  readonly file: string
  readonly counts: ImportedCounts
  onAgain(): void
  onClose(): void
}

/** Last step: what was recorded. */
export function RosterDoneView({ file, counts, onAgain, onClose }: RosterDoneViewProps) {
  const { t } = useTranslation('roster')
  return (
    <div className="room">
      <RoomHeader title={t('title')} note={file} />
      <section className="roster-drop panel" aria-label={t('done.title')}>
        <StatusTag tone="good">{t('done.title')}</StatusTag>
        <p role="status">{t('done.counts', { ...counts })}</p>
        <p className="muted">{t('done.recorded')}</p>
        <div className="roster-buttons">
          <Button onClick={onAgain}>{t('done.again')}</Button>
          {/* biome-ignore lint/a11y/noAutofocus: Enter goes on */}
          <button type="button" className="button button-primary" autoFocus onClick={onClose}>
            {t('done.close')}
          </button>
        </div>
      </section>
    </div>
  )
}
