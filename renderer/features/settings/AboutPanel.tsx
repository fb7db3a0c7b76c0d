import { useTranslation } from 'react-i18next'
import type { About } from '../../../shared/ipc/about.ts'
import { Panel } from '../../components/Panel.tsx'
import { useDesk } from '../../useDesk.ts'
import { shortDevice } from './shortDevice.ts'
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
