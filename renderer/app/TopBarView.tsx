import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncState } from '../../shared/ipc/sync.ts'
import type { DutyPost, TownshipNow } from '../../shared/ipc/township.ts'
import { StatusTag } from '../components/StatusTag.tsx'
import { BatteryMark } from './BatteryMark.tsx'
import { LinkMark } from './LinkMark.tsx'
import type { Battery } from './useBattery.ts'

export interface TopBarViewProps {
  /** Null while it is being read. */
  readonly township: Pick<TownshipNow, 'name' | 'mode' | 'officer' | 'leader'> | null
  readonly sync: SyncState | null
  readonly battery: Battery | null
  readonly person: string
  readonly clock: ReactNode
  onLink(): void
}

export function TopBarView({ township, sync, battery, person, clock, onLink }: TopBarViewProps) {
  const { t } = useTranslation()
  return (
    <header className="top">
      {township ? (
        <>
          <span className="top-township">{township.name}</span>
          <StatusTag
            tone={township.mode === 'normal' ? 'mute' : 'warn'}
            shape={township.mode === 'normal' ? null : 'triangle'}
          >
            {t(`mode.${township.mode}`)}
          </StatusTag>
          <OnDuty post="officer" duty={township.officer} />
          <OnDuty post="leader" duty={township.leader} />
        </>
      ) : null}
      <div className="top-end">
        {sync ? <LinkMark sync={sync} onOpen={onLink} /> : null}
        <BatteryMark battery={battery} />
        <span className="top-person" title={t('top.person')}>
          {person}
        </span>
        {clock}
      </div>
    </header>
  )
}

/** Who holds a post of the shift; two who took it over without knowing of each other are both shown (并发). */
function OnDuty({ post, duty }: { readonly post: 'officer' | 'leader'; readonly duty: DutyPost }) {
  const { t } = useTranslation()
  return (
    <span className="top-duty">
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
    </span>
  )
}
