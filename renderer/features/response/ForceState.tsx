import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../components/momentText.ts'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'
import type { ForceLine } from './model.ts'

export const FORCE_TONES: Readonly<Record<ForceLine['state'], Tone>> = {
  missed: 'bad',
  willMiss: 'warn',
  unknown: 'mute',
  inTime: 'info',
  arrivedLate: 'warn',
  arrived: 'good',
  stopped: 'mute',
}

/** Where a team is in one or two words: its state against the ring, and when it will be there. */
export function ForceState({ line, now }: { readonly line: ForceLine; readonly now: number }) {
  const { t } = useTranslation('response')
  const { state, eta, task } = line
  // Villages and persons report no arrival: what they said last tells more.
  const plain = state === 'unknown' && line.ringAt === null
  return (
    <>
      <StatusTag tone={plain ? 'info' : FORCE_TONES[state]}>
        {plain ? t(`tasks:status.${task.status}`) : t(`forces.state.${state}`)}
      </StatusTag>
      {eta && (state === 'inTime' || state === 'willMiss' || state === 'missed') ? (
        <span className="digits">{t('forces.at', { at: formatMoment(eta.arriveAt, now) })}</span>
      ) : null}
    </>
  )
}
