import { useTranslation } from 'react-i18next'
import type { VerifyState } from '../../../shared/ipc/store.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { percentOf } from './model.ts'
import { VerifyReportView } from './VerifyReportView.tsx'
import './verify.css'

export interface VerifyPanelViewProps {
  readonly state: VerifyState
  readonly rebuilding: boolean
  onStart(): void
  onCancel(): void
  onRebuild(): void
}

export function VerifyPanelView({ state, rebuilding, onStart, onCancel, onRebuild }: VerifyPanelViewProps) {
  const { t } = useTranslation('store')
  const running = state.state === 'running'
  return (
    <Panel
      title={t('verify.title')}
      help="trust"
      actions={
        <Button size="small" kind={running ? 'plain' : 'primary'} onClick={running ? onCancel : onStart}>
          {t(running ? 'verify.cancel' : 'verify.start')}
        </Button>
      }
    >
      <p className="field-hint">{t('verify.explained')}</p>
      {running ? <Progress state={state} /> : null}
      {state.state === 'idle' && state.failed ? (
        <p role="alert" className="verify-line">
          {t('verify.failed')}
        </p>
      ) : null}
      {state.state === 'idle' && state.last ? (
        <VerifyReportView report={state.last} rebuilding={rebuilding} onRebuild={onRebuild} />
      ) : null}
    </Panel>
  )
}

function Progress({ state: { stage, done, total } }: { readonly state: Extract<VerifyState, { state: 'running' }> }) {
  const { t } = useTranslation('store')
  const name = t(`verify.stage.${stage}`)
  return (
    <p className="verify-line" role="status">
      <progress aria-label={name} max={Math.max(total, 1)} value={Math.min(done, total)} />
      {name}
      {total > 1 ? <span className="digits">{t('verify.progress', { percent: percentOf(done, total) })}</span> : null}
    </p>
  )
}
