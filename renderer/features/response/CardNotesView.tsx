import { useTranslation } from 'react-i18next'
import type { CardOnBoard } from '../../../shared/ipc/response.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { languageOf, titleOf } from './model.ts'
import './cards.css'

export interface CardNotesViewProps {
  readonly cards: readonly CardOnBoard[]
  onReview(card: CardOnBoard): void
  onPutAway(card: CardOnBoard): void
}

/** What a card says besides its steps and what is forbidden. */
export function CardNotesView({ cards, onReview, onPutAway }: CardNotesViewProps) {
  const { t, i18n } = useTranslation('response')
  const language = languageOf(i18n.language)
  return (
    <>
      {cards.map((on) => {
        const { card, review } = on
        return (
          <article key={card.id} className="board-card" aria-label={titleOf(card, i18n.language)}>
            <header>
              <h3>{titleOf(card, i18n.language)}</h3>
              {review ? (
                <StatusTag tone="good">
                  {t('card.reviewed', { by: review.by })} <BeijingTime ms={review.atMs} format="monthDay" />
                </StatusTag>
              ) : (
                <StatusTag tone="warn">{t('card.unreviewed')}</StatusTag>
              )}
              <span className="board-card-acts">
                <Button kind="quiet" size="small" onClick={() => onReview(on)}>
                  {review ? t('card.withdraw') : t('card.review')}
                </Button>
                <Button kind="quiet" size="small" onClick={() => onPutAway(on)}>
                  {t('card.putAway')}
                </Button>
              </span>
            </header>
            <dl>
              <dt>{t('card.trigger')}</dt>
              <dd>{card.trigger[language]}</dd>
              <dt>{t('card.watch')}</dt>
              <dd>{card.watch.map(({ text }) => text[language]).join(t('common:list.comma'))}</dd>
              <dt>{t('card.reportFields')}</dt>
              <dd>{card.reportFields.map(({ text }) => text[language]).join(t('common:list.comma'))}</dd>
              <dt>{t('card.phones')}</dt>
              <dd className="board-phones">
                {card.phones.map(({ id, name, number }) => (
                  <span key={id}>
                    {name[language]} <strong className="digits">{number || t('card.localNumber')}</strong>
                  </span>
                ))}
              </dd>
              <dt>{t('card.source')}</dt>
              <dd>{t('card.sourceOf', { source: card.source[language], version: card.version })}</dd>
            </dl>
          </article>
        )
      })}
    </>
  )
}
