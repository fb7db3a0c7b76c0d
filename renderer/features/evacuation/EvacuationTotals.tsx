import { useTranslation } from 'react-i18next'
import type { RollUp, Tally } from '../../../shared/domain/evacuation/rollUp.ts'
import { COLUMNS, shareOut } from './model.ts'
import './evacuation.css'

/** Households and people by state, and how much is done. */
export function EvacuationTotals({ sum }: { readonly sum: RollUp }) {
  const { t } = useTranslation('evacuation')
  return (
    <dl className="evacuation-totals">
      {COLUMNS.map((column) => (
        <div key={column} data-column={column} data-any={sum[column].households > 0 || undefined}>
          <dt>{t(`column.${column}`)}</dt>
          <dd>
            <TallyWords tally={sum[column]} />
          </dd>
        </div>
      ))}
      <div className="evacuation-share">
        <dt>{t('share')}</dt>
        <dd>
          <progress max={1} value={shareOut(sum)} aria-label={t('share')} />
        </dd>
      </div>
    </dl>
  )
}

function TallyWords({ tally: { households, people, unknown } }: { readonly tally: Tally }) {
  const { t } = useTranslation('evacuation')
  return (
    <>
      <strong className="digits">{t('households', { count: households })}</strong>{' '}
      <span>
        {t('people', { count: people })}
        {unknown > 0 ? t('uncounted', { count: unknown }) : ''}
      </span>
    </>
  )
}
