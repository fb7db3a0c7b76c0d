import { useTranslation } from 'react-i18next'
import { standingOf } from '../../../shared/domain/response/course.ts'
import { levelOf } from '../../../shared/domain/response/readResponse.ts'
import type { ResponseBoard } from '../../../shared/ipc/response.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'

/** 未启动, the level with when and on whose word, or 已终止. */
export function StandingTag({ response }: Pick<ResponseBoard, 'response'>) {
  const { t } = useTranslation('response')
  const state = response?.state
  const standing = state ? standingOf(state.course) : 'none'
  const run = state?.course.runs.at(-1)
  if (!state || !run || standing === 'none') return <StatusTag tone="warn">{t('standing.none')}</StatusTag>
  if (standing === 'ended' && run.ended)
    return (
      <StatusTag tone="mute">
        {t('standing.ended')} <BeijingTime ms={run.ended.at} format="monthDay" />
      </StatusTag>
    )
  const level = levelOf(state)?.level ?? 'firstResponse'
  return (
    <StatusTag tone="info">
      {t(`level.${level}`)} · {t('standing.started', { by: run.authority.name })}{' '}
      <BeijingTime ms={run.at} format="time" />
    </StatusTag>
  )
}
