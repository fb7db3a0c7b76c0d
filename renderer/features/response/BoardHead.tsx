import { useTranslation } from 'react-i18next'
import { standingOf } from '../../../shared/domain/response/course.ts'
import { levelOf } from '../../../shared/domain/response/readResponse.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { BoardClockView } from './BoardClockView.tsx'
import type { BoardViewProps } from './BoardView.tsx'
import { BOARD_KEYS, type BoardAct } from './boardKeys.ts'

type BoardHeadProps = Pick<
  BoardViewProps,
  'incident' | 'board' | 'now' | 'onBack' | 'onAct' | 'onSituation' | 'onIncident'
> & { readonly acts: readonly BoardAct[] }

/** Which incident, how far its response is, the running clock, and what can be done. */
export function BoardHead({ incident, board, now, acts, ...on }: BoardHeadProps) {
  const { t } = useTranslation('response')
  return (
    <header className="board-head">
      <div className="board-head-what">
        <Button kind="quiet" hotkey="Esc" onClick={on.onBack}>
          {t('back')}
        </Button>
        <h1>
          <span className="digits">{incident.no}</span> {incident.title}
        </h1>
        <LevelMark level={incident.level} />
        <StandingTag board={board} />
        <BoardClockView board={board} now={now} />
      </div>
      <div className="board-acts">
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            kind={act === 'start' ? 'primary' : 'plain'}
            hotkey={BOARD_KEYS[act].toUpperCase()}
            onClick={() => on.onAct(act)}
          >
            {t(`act.${act}`)}
          </Button>
        ))}
        {on.onSituation ? (
          <Button size="small" hotkey="H" onClick={on.onSituation}>
            {t('act.situation')}
          </Button>
        ) : null}
        <Button size="small" hotkey="I" onClick={on.onIncident}>
          {t('act.incident')}
        </Button>
      </div>
    </header>
  )
}

/** 未启动, the level with when and on whose word, or 已终止. */
export function StandingTag({ board: { response } }: Pick<BoardViewProps, 'board'>) {
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
