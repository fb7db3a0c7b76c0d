import { useTranslation } from 'react-i18next'
import type { TransferEstimate } from '../../../shared/ipc/attachments.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { minutesOf, sizeText } from './model.ts'

export interface MoveDialogViewProps {
  readonly name: string
  readonly way: 'send' | 'fetch'
  readonly estimate: TransferEstimate
  onConfirm(): void
  onCancel(): void
}

/** What moving an original now would take, before a person says yes. */
export function MoveDialogView({ name, way, estimate, onConfirm, onCancel }: MoveDialogViewProps) {
  const { t } = useTranslation('attachments')
  const { link, bytes, seconds, budgetLeft } = estimate
  const linkName = link ? link.name || t(`common:link.kind.${link.kind}`) : ''
  return (
    <Dialog title={way === 'send' ? t('sendTitle', { name }) : t('fetchTitle', { name })} onCancel={onCancel}>
      {link ? (
        <p>{t('takes', { link: linkName, size: sizeText(bytes), minutes: minutesOf(seconds) })}</p>
      ) : (
        <p>{t('takesLater', { size: sizeText(bytes) })}</p>
      )}
      {budgetLeft === null ? null : (
        <p>
          {bytes <= budgetLeft
            ? t('budgetEnough', { left: sizeText(budgetLeft) })
            : t('budgetShort', { left: sizeText(budgetLeft) })}
        </p>
      )}
      <p className="muted">{t('behindRecords')}</p>
      <div className="dialog-buttons">
        <Button hotkey="Esc" onClick={onCancel}>
          {t('common:form.cancel')}
        </Button>
        <Button kind="primary" onClick={onConfirm}>
          {way === 'send' ? t('send') : t('fetch')}
        </Button>
      </div>
    </Dialog>
  )
}
