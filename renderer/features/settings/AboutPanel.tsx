import { useTranslation } from 'react-i18next'
import type { About } from '../../../shared/ipc/about.ts'
import { Panel } from '../../components/Panel.tsx'
import { useDesk } from '../../useDesk.ts'
import './settings.css'

/** What this console is, for whoever is called for help. */
export function AboutPanel() {
  const about = useDesk('about.console', null, [])
  return <AboutPanelView about={about.data ?? null} />
}

export interface AboutPanelViewProps {
  /** Null while it is being read. */
  readonly about: About | null
}

export function AboutPanelView({ about }: AboutPanelViewProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('about.title')}>
      <dl className="settings-facts">
        <dt>{t('about.version')}</dt>
        <dd>{about?.version}</dd>
        <dt>{t('about.device')}</dt>
        <dd className="digits" title={about?.device}>
          {about ? shortDevice(about.device) : null}
        </dd>
        <dt>{t('about.dataFolder')}</dt>
        <dd className="settings-path">{about?.dataFolder}</dd>
      </dl>
    </Panel>
  )
}

/** Enough to name a device on the phone, in groups of four; the letter before it says whose side it is on. */
export function shortDevice(device: string): string {
  return device
    .slice(1, 9)
    .toUpperCase()
    .replace(/(.{4})/, '$1-')
}
