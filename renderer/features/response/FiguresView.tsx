import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/domain/incident/figureBoard.ts'
import { amountWords } from '../../components/amountWords.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './cards.css'
import './response.css'

/** Figures with their sources in short: what is official, else what was said last. Adopting one is done on the incident's page. */
export function FiguresView({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t } = useTranslation('response')
  if (rows.length === 0) return <p className="muted">{t('incidents:figures.none')}</p>
  return (
    <dl className="board-command">
      {rows.map(({ field, official, claims, differ, outdated }) => {
        const [last] = claims
        const amount = official ? official.value : (last?.amount ?? null)
        return (
          <div key={field} className="board-figure">
            <dt>{t(`figures:${field}`, { defaultValue: field })}</dt>
            <dd>
              <strong>{amountWords(amount, t)}</strong>{' '}
              <span className="muted">
                {official?.source ?? last?.source}{' '}
                {official === null && last ? <BeijingTime ms={last.at} format="time" /> : null}
              </span>{' '}
              {official === null ? <StatusTag tone="mute">{t('incidents:figures.noOfficial')}</StatusTag> : null}{' '}
              {differ ? <StatusTag tone="warn">{t('incidents:figures.differ')}</StatusTag> : null}{' '}
              {outdated ? <StatusTag tone="warn">{t('incidents:figures.outdated')}</StatusTag> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
