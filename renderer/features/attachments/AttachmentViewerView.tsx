import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentLine } from '../../../shared/ipc/attachments.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { CountyMark } from './CountyMark.tsx'
import { moveOf, sizeText } from './model.ts'
import './attachments.css'

export interface AttachmentViewerViewProps {
  readonly line: AttachmentLine
  /** The picture, or why there is none. */
  readonly children: ReactNode
  /** Others of the incident stand beside it. */
  readonly several: boolean
  readonly saving: boolean
  onBeside(step: 1 | -1): void
  onSave(): void
  onMove(): void
  onStop(): void
  onWithdraw(): void
  onRestore(): void
  onClose(): void
}

/** One attachment, large, with what is known of it and what can be done. */
export function AttachmentViewerView(props: AttachmentViewerViewProps) {
  const { line, children, several } = props
  const { t } = useTranslation('attachments')
  const move = moveOf(line)
  return (
    <Dialog title={line.name} wide onCancel={props.onClose}>
      <div className="attachment-stage">{children}</div>
      <dl className="attachment-about">
        <div>
          <dt>{t('about.added')}</dt>
          <dd>
            {line.by} {line.atMs > 0 ? <BeijingTime ms={line.atMs} /> : null}
          </dd>
        </div>
        <div>
          <dt>{t('about.size')}</dt>
          <dd>{line.size > 0 ? sizeText(line.size) : ''}</dd>
        </div>
        <div>
          <dt>{t('about.county')}</dt>
          <dd>
            <CountyMark county={line.county} transfer={line.transfer} />
          </dd>
        </div>
        {line.withdrawn ? (
          <div>
            <dt>{t('withdrawnMark')}</dt>
            <dd>{t('withdrawnBecause', { by: line.withdrawn.by, reason: line.withdrawn.reason })}</dd>
          </div>
        ) : null}
      </dl>
      <div className="dialog-buttons">
        {several ? (
          <>
            <Button hotkey="←" onClick={() => props.onBeside(-1)}>
              {t('previous')}
            </Button>
            <Button hotkey="→" onClick={() => props.onBeside(1)}>
              {t('next')}
            </Button>
          </>
        ) : null}
        <span className="attachment-spacer" />
        {line.withdrawn ? (
          <Button onClick={props.onRestore}>{t('restore')}</Button>
        ) : (
          <Button kind="danger" onClick={props.onWithdraw}>
            {t('withdraw')}
          </Button>
        )}
        {move === 'send' || move === 'fetch' ? <Button onClick={props.onMove}>{t(move)}</Button> : null}
        {move === 'stop' ? <Button onClick={props.onStop}>{t('stop')}</Button> : null}
        {line.here.original ? (
          <Button pending={props.saving} onClick={props.onSave}>
            {t('save')}
          </Button>
        ) : null}
        <Button kind="primary" hotkey="Esc" onClick={props.onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
