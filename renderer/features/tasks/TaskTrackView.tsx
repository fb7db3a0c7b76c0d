import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../components/momentText.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import type { TrackStep } from './model.ts'
import './taskTrack.css'

export interface TaskTrackViewProps {
  readonly track: readonly TrackStep[]
  readonly now: number
}

/** The line of six steps: what was reported and when, what was jumped over (未报), what is still to come. */
export function TaskTrackView({ track, now }: TaskTrackViewProps) {
  const { t } = useTranslation('tasks')
  return (
    <ol className="task-track" aria-label={t('track')}>
      {track.map(({ step, state, at }) => (
        <li key={step} data-state={state}>
          <ShapeIcon shape={state === 'done' ? 'check' : state === 'unreported' ? 'triangle' : 'ring'} />
          <span className="task-track-word">{t(`step.${step}`)}</span>
          <span className="task-track-at digits">
            {at === null ? (state === 'unreported' ? t('mark.skipped') : ' ') : formatMoment(at, now)}
          </span>
        </li>
      ))}
    </ol>
  )
}
