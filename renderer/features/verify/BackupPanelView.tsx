import { useTranslation } from 'react-i18next'
import type { StoreHealth } from '../../../shared/ipc/store.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import './verify.css'

export interface BackupPanelViewProps {
  readonly health: Pick<StoreHealth, 'backup' | 'backups' | 'backupRunning'>
  readonly mayRestore: boolean
  onBackUp(): void
  onRestore(): void
}

export function BackupPanelView({ health: { backup, backups, backupRunning }, ...props }: BackupPanelViewProps) {
  const { t } = useTranslation('store')
  return (
    <Panel
      title={t('backup.title')}
      help="trust"
      actions={
        <>
          <Button size="small" disabled={!props.mayRestore || backups === 0} onClick={props.onRestore}>
            {t('restore.title')}
          </Button>
          <Button size="small" pending={backupRunning} onClick={props.onBackUp}>
            {t(backupRunning ? 'backup.running' : 'backup.now')}
          </Button>
        </>
      }
    >
      <p className="verify-line">
        {t('backup.newest')} {backup ? <BeijingTime ms={backup.atMs} /> : t('backup.none')}
        {backup ? (
          <span className="verify-muted">
            {t('backup.kept', { count: backups, megabytes: megabytes(backup.bytes) })}
          </span>
        ) : null}
      </p>
      <p className="field-hint">{t('backup.explained')}</p>
      {props.mayRestore ? null : <p className="field-hint">{t('restore.forAdministrators')}</p>}
    </Panel>
  )
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
