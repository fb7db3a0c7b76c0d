import { useTranslation } from 'react-i18next'
import type { LinkNow } from '../../../shared/ipc/links.ts'
import type { SyncState } from '../../../shared/ipc/sync.ts'
import { linkName } from '../../app/linkWords.ts'
import { saySeconds } from './model.ts'

export interface WaitingViewProps {
  readonly pending: SyncState['pending']
  readonly links: readonly LinkNow[]
}

const LANE_NAMES = ['flash', 'command', 'routine'] as const

/** What waits in each lane, and how long it would take on each link. */
export function WaitingView({ pending, links }: WaitingViewProps) {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  return (
    <table className="link-waiting">
      <thead>
        <tr>
          <th scope="col">{t('laneTitle')}</th>
          <th scope="col">{t('count')}</th>
          {links.map(({ settings }) => (
            <th key={settings.id} scope="col">
              {t('over', { name: linkName(settings, common) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LANE_NAMES.map((lane, index) => (
          <tr key={lane}>
            <th scope="row">{t(`lane.${lane}`)}</th>
            <td className="digits">{pending[index]}</td>
            {links.map(({ settings, seconds }) => (
              <td key={settings.id}>{saySeconds(seconds[index] ?? null, common)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
