import { useTranslation } from 'react-i18next'
import type { HubSettings, SyncState } from '../../../shared/ipc/sync.ts'
import { linkWords } from '../../app/linkWords.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { TextField } from '../../components/TextField.tsx'
import './link.css'

export interface LinkRoomViewProps {
  readonly sync: SyncState
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
  onRetry(): void
}

/** The link to the county: how it stands in plain words, what waits in which lane, and how this console was taken in. */
export function LinkRoomView(props: LinkRoomViewProps) {
  const { t } = useTranslation('link')
  const { t: common } = useTranslation()
  const { sync, hub } = props
  const { tone, state, story } = linkWords(sync, common)
  return (
    <div className="room">
      <RoomHeader title={t('title')}>
        <Button onClick={props.onRetry} disabled={sync.state !== 'waiting'}>
          {t('retry')}
        </Button>
      </RoomHeader>
      <Panel title={t('now')}>
        <div className="link-now">
          <StatusTag tone={tone}>{state}</StatusTag>
          <p>{story}</p>
          <dl className="link-lanes">
            {sync.pending.map((count, lane) => (
              <div key={LANE_NAMES[lane]}>
                <dt>{t(`lane.${LANE_NAMES[lane]}`)}</dt>
                <dd className="digits">{count}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Panel>
      <Panel title={t('hub')}>
        <div className="form-column">
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
          {hub.enrolled ? (
            <p>{t('enrolled', { hub: hub.hubId })}</p>
          ) : (
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
    </div>
  )
}

const LANE_NAMES = ['flash', 'command', 'routine'] as const
