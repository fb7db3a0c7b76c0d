import { useTranslation } from 'react-i18next'
import { beijingTime } from '../../../shared/domain/beijing.ts'
import type { QueuePoint } from '../../../shared/ipc/links.ts'

export interface QueueCurveViewProps {
  readonly points: readonly QueuePoint[]
}

const WIDTH = 560
const HEIGHT = 130

/** How many records waited over the last hours: all of them as an area, the urgent ones as a line. */
export function QueueCurveView({ points }: QueueCurveViewProps) {
  const { t } = useTranslation('link')
  const [first, last] = [points[0], points.at(-1)]
  const most = Math.max(1, ...points.map(total))
  if (!first || !last || last.at === first.at) return <p className="muted">{t('curveEmpty')}</p>
  const x = ({ at }: QueuePoint): number => ((at - first.at) / (last.at - first.at)) * WIDTH
  const y = (count: number): number => HEIGHT - (count / most) * (HEIGHT - 4)
  const line = (count: (point: QueuePoint) => number): string =>
    points.map((point) => `${x(point).toFixed(1)},${y(count(point)).toFixed(1)}`).join(' ')
  return (
    <figure className="link-curve">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('curveRead', { now: total(last), most })}
      >
        <polygon className="link-curve-all" points={`0,${HEIGHT} ${line(total)} ${WIDTH},${HEIGHT}`} />
        <polyline className="link-curve-urgent" points={line(urgent)} />
      </svg>
      <figcaption className="muted digits">
        <span>{beijingTime(first.at)}</span>
        <span>{t('curveLegend', { most })}</span>
        <span>{beijingTime(last.at)}</span>
      </figcaption>
    </figure>
  )
}

function urgent({ pending: [flash, command] }: QueuePoint): number {
  return flash + command
}

function total(point: QueuePoint): number {
  return urgent(point) + point.pending[2]
}
