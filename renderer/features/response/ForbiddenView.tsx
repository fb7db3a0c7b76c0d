import { useTranslation } from 'react-i18next'
import type { CardOnBoard } from '../../../shared/ipc/response.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { languageOf } from './model.ts'
import './cards.css'

/** What must not be done, of all cards at hand: always in sight beside the steps. */
export function ForbiddenView({ cards }: { readonly cards: readonly CardOnBoard[] }) {
  const { t, i18n } = useTranslation('response')
  const language = languageOf(i18n.language)
  return (
    <section className="board-forbidden" aria-label={t('card.forbidden')}>
      <h3>
        <ShapeIcon shape="octagon" /> {t('card.forbidden')}
      </h3>
      <ul>
        {cards.flatMap(({ card }) =>
          card.forbidden.map(({ id, text }) => <li key={`${card.id}/${id}`}>{text[language]}</li>),
        )}
      </ul>
    </section>
  )
}
