import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { BoardClockView } from './BoardClockView.tsx'
import type { BoardViewProps } from './BoardView.tsx'
import { BOARD_KEYS, type BoardAct } from './boardKeys.ts'
import { StandingTag } from './StandingTag.tsx'
import './response.css'

type BoardHeadProps = Pick<
  BoardViewProps,
  'incident' | 'board' | 'now' | 'onBack' | 'onAct' | 'onSituation' | 'onEvacuation' | 'onIncident'
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
        <StandingTag response={board.response} />
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
        {on.onEvacuation ? (
          <Button size="small" hotkey="V" onClick={on.onEvacuation}>
            {t('act.evacuation')}
          </Button>
        ) : null}
        <Button size="small" hotkey="I" onClick={on.onIncident}>
          {t('act.incident')}
        </Button>
      </div>
    </header>
  )
}
