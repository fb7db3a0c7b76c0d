import { useTranslation } from 'react-i18next'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './besideLists.css'

export interface DraftOffer {
  readonly id: string
  readonly savedMs: number
  readonly personName: string
  /** What it is about, in a few words. */
  readonly about: string
}

export interface DraftOffersViewProps {
  /** Intakes that were begun and never recorded, the last one first. */
  readonly drafts: readonly DraftOffer[]
  onResume(id: string): void
  onDiscard(id: string): void
}

/** What is left of interrupted intakes. They go only when somebody records or discards them. */
export function DraftOffersView({ drafts, onResume, onDiscard }: DraftOffersViewProps) {
  const { t } = useTranslation('intake')
  if (drafts.length === 0) return null
  return (
    <section className="intake-drafts" aria-label={t('drafts.title')}>
      <h3>
        <StatusTag tone="warn">{t('drafts.title')}</StatusTag>
      </h3>
      <ul>
        {drafts.map(({ id, savedMs, personName, about }, index) => (
          <li key={id}>
            <span className="intake-draft-words">
              <BeijingTime ms={savedMs} format="monthDay" /> {personName || t('drafts.unsigned')}
              <br />
              {about || t('drafts.nothing')}
            </span>
            <Button size="small" kind="primary" {...(index === 0 ? { hotkey: 'F4' } : {})} onClick={() => onResume(id)}>
              {t('drafts.resume')}
            </Button>
            <Button size="small" onClick={() => onDiscard(id)}>
              {t('drafts.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
