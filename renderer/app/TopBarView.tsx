import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Post } from '../../shared/domain/duty/events.ts'
import type { Mode } from '../../shared/domain/township/events.ts'
import type { PowerState } from '../../shared/ipc/power.ts'
import type { SyncState } from '../../shared/ipc/sync.ts'
import type { DutyPost, TownshipNow } from '../../shared/ipc/township.ts'
import { StatusTag } from '../components/StatusTag.tsx'
import { BatteryMark } from './BatteryMark.tsx'
import { LinkMark } from './LinkMark.tsx'

export interface TopBarViewProps {
  /** Null while it is being read. */
  readonly township: Pick<TownshipNow, 'name' | 'mode' | 'officer' | 'leader'> | null
  readonly sync: SyncState | null
  readonly power: PowerState | null
  /** How many alarms there are, and the way to them. */
  readonly alarms: ReactNode
  /** Who is signed in, with what they can do about it. */
  readonly person: ReactNode
  readonly clock: ReactNode
  /** This console is in a drill: the township's own mode is not what is shown. */
  readonly drill: boolean
  onLink(): void
  /** 演练: begin, leave, end. */
  onDrill(): void
  /** A press on a post: somebody takes it over. */
  onTake(post: Post): void
}

export function TopBarView(props: TopBarViewProps) {
  const { township, sync, power, alarms, person, clock, drill, onLink, onDrill, onTake } = props
  const { t } = useTranslation()
  return (
    <header className="top">
      {township ? (
        <>
          <span className="top-township">{township.name}</span>
          <button
            type="button"
            className="top-mode"
            title={t('drill:manage')}
            onClick={onDrill}
            aria-keyshortcuts="Shift+F9"
          >
            <ModeTag mode={drill ? 'drill' : township.mode} />
          </button>
          <OnDuty post="officer" duty={township.officer} onTake={onTake} />
          <OnDuty post="leader" duty={township.leader} onTake={onTake} />
        </>
      ) : null}
      <div className="top-end">
        {alarms}
        {sync ? <LinkMark sync={sync} onOpen={onLink} /> : null}
        <BatteryMark power={power} />
        {person}
        {clock}
      </div>
    </header>
  )
}

/** 常态, 非常态 or 演练. */
function ModeTag({ mode }: { readonly mode: Mode | 'drill' }) {
  const { t } = useTranslation()
  if (mode === 'drill') return <StatusTag tone="drill">{t('mark.drill')}</StatusTag>
  return (
    <StatusTag tone={mode === 'normal' ? 'mute' : 'warn'} shape={mode === 'normal' ? null : 'triangle'}>
      {t(`mode.${mode}`)}
    </StatusTag>
  )
}

/** Who holds a post of the shift; two who took it over without knowing of each other are both shown (并发). */
interface OnDutyProps {
  readonly post: Post
  readonly duty: DutyPost
  onTake(post: Post): void
}

function OnDuty({ post, duty, onTake }: OnDutyProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="top-button top-duty"
      title={t(`session:take.${post}`)}
      onClick={() => onTake(post)}
    >
      <span className="top-label">{t(`top.${post}`)}</span>
      {duty.holders.length === 0 ? (
        <span className="mark" data-tone="warn">
          {t('top.nobody')}
        </span>
      ) : (
        duty.holders.map(({ name }) => name).join(t('list.comma'))
      )}
      {duty.holders.length > 1 ? (
        <StatusTag tone="warn" shape={null}>
          {t('mark.concurrent')}
        </StatusTag>
      ) : null}
    </button>
  )
}
