import { useTranslation } from 'react-i18next'
import type { HubSettings } from '../../../shared/ipc/sync.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { Panel } from '../../components/Panel.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface CountyPanelViewProps {
  readonly hub: HubSettings
  readonly address: string
  readonly code: string
  readonly pending: boolean
  /** What the last act was refused for, as a sentence. */
  readonly problem: string | undefined
  onAddress(address: string): void
  onCode(code: string): void
  onSaveAddress(): void
  onEnroll(): void
  onCancelEnroll(): void
}

/** How this console belongs to the county: taken in, or the way to be. */
export function CountyPanelView(props: CountyPanelViewProps) {
  const { t } = useTranslation('link')
  const { hub } = props
  return (
    <Panel title={t('hub')}>
      <div className="form-column">
        {hub.enrolled ? (
          <p>{t('enrolled', { hub: hub.hubId })}</p>
        ) : (
          <>
            <EnterForm label={t('address')} className="link-line" onSubmit={props.onSaveAddress}>
              <TextField
                label={t('address')}
                hint={t('addressHint')}
                value={props.address}
                maxLength={300}
                onChange={props.onAddress}
              />
              <Button submit pending={props.pending}>
                {t('saveAddress')}
              </Button>
            </EnterForm>
            <EnterForm label={t('code')} className="link-line" onSubmit={props.onEnroll}>
              <TextField
                label={t('code')}
                hint={t('codeHint')}
                problem={props.problem}
                value={props.code}
                maxLength={60}
                onChange={props.onCode}
              />
              <Button kind="primary" submit pending={props.pending}>
                {t('enroll')}
              </Button>
            </EnterForm>
          </>
        )}
        {hub.enrolling ? (
          <div className="link-line">
            <p>{t('enrolling')}</p>
            <Button onClick={props.onCancelEnroll}>{t('cancelEnroll')}</Button>
          </div>
        ) : null}
        <p className="field-hint">{t('device', { device: hub.deviceId })}</p>
      </div>
    </Panel>
  )
}
