import { useTranslation } from 'react-i18next'
import type { Recorded } from '../../../shared/ipc/calls.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './besideLists.css'

export interface RecordedViewProps {
  /** Calls recorded since the form was opened, newest first. */
  readonly recorded: readonly Recorded[]
  onOpen(incident: string): void
}

/** 已记录: each call that is in the log now, with its number and time. */
export function RecordedView({ recorded, onOpen }: RecordedViewProps) {
  const { t } = useTranslation('intake')
  return (
    <section className="intake-recorded" aria-label={t('recorded.title')}>
      <div role="status">
        {recorded[0] ? (
          <p className="intake-recorded-last">
            <StatusTag tone="good">{t('recorded.done')}</StatusTag>
            <strong className="digits">{t('recorded.call', { no: recorded[0].call.no })}</strong>
            <BeijingTime ms={recorded[0].atMs} format="time" />
          </p>
        ) : null}
      </div>
      <ul>
        {recorded.map(({ call, incident, opened }) => (
          <li key={call.id}>
            <span className="digits">{call.no}</span>
            <button type="button" className="text-link" onClick={() => onOpen(incident.id)}>
              {t(opened ? 'recorded.opened' : 'recorded.attached', { no: incident.no, title: incident.title })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
