import { useTranslation } from 'react-i18next'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import { formatMoment } from '../../components/momentText.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { lifelinesByVillage, utilitiesShown } from './lifelines.ts'
import './lifelines.css'

export interface LifelinesViewProps {
  readonly outages: readonly OutageLine[]
  readonly now: number
  /** A press on a cell: restored, or cut again. */
  onPick?: ((outage: OutageLine) => void) | undefined
}

/** Road, power, communication and water by village: what is cut since when, what came back when. */
export function LifelinesView({ outages, now, onPick }: LifelinesViewProps) {
  const { t } = useTranslation('response')
  const villages = lifelinesByVillage(outages)
  const utilities = utilitiesShown(villages)
  if (villages.length === 0) return <p className="muted">{t('lifelines.none')}</p>
  return (
    <table className="board-lifelines">
      <thead>
        <tr>
          <th scope="col">{t('lifelines.village')}</th>
          {utilities.map((utility) => (
            <th key={utility} scope="col">
              {t(`sentences:word.utility.${utility}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {villages.map(({ village, cells }) => (
          <tr key={village}>
            <th scope="row">{village}</th>
            {utilities.map((utility) => (
              <td key={utility}>
                <Cell outage={cells[utility]} now={now} onPick={onPick} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps extends Pick<LifelinesViewProps, 'now' | 'onPick'> {
  readonly outage: OutageLine | undefined
}

function Cell({ outage, now, onPick }: CellProps) {
  const { t } = useTranslation('response')
  if (!outage) return <span className="muted">{t('lifelines.fine')}</span>
  const words = outage.repair
    ? t('lifelines.restored', { at: formatMoment(outage.repair.at, now) })
    : t('lifelines.since', { at: formatMoment(outage.since, now) })
  const content = (
    <>
      <ShapeIcon shape={outage.repair ? 'check' : 'cross'} /> {words}
    </>
  )
  const title = [outage.place, outage.source, outage.note].filter(Boolean).join(' · ')
  return onPick ? (
    <button
      type="button"
      className="board-lifeline"
      data-cut={outage.repair === null || undefined}
      title={title}
      onClick={() => onPick(outage)}
    >
      {content}
    </button>
  ) : (
    <span className="board-lifeline" data-cut={outage.repair === null || undefined} title={title}>
      {content}
    </span>
  )
}
