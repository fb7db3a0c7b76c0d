import { useTranslation } from 'react-i18next'
import type { DrillLine, DrillOpen } from '../../../shared/ipc/drill.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refusal } from '../../components/Refusal.tsx'
import { endWords } from './model.ts'

export interface DrillInViewProps {
  readonly drill: DrillLine
  readonly now: number
  /** What its end would close; null while it is counted. */
  readonly open: DrillOpen | null
  readonly refusal: string | undefined
  readonly pending: boolean
  onLeave(): void
  onEnd(): void
  onClose(): void
}

export function DrillInView({ drill, now, open, refusal, pending, onLeave, onEnd, onClose }: DrillInViewProps) {
  const { t } = useTranslation('drill')
  const leftOpen = open ? open.closedIncidents + open.closedTasks + open.closedResponses : 0
  return (
    <Dialog title={drill.name || t('common:mark.drill')} help="drill" onCancel={onClose}>
      <p>
        {drill.startedAt === null
          ? null
          : t('startedLine', { by: drill.startedBy, at: formatBeijing(drill.startedAt, 'monthDay') })}
        {endWords(drill, now, t)}
      </p>
      {drill.consoles.length > 0 ? (
        <p className="muted">{t('consoles', { consoles: drill.consoles.join(t('common:list.comma')) })}</p>
      ) : null}
      {drill.ended ? <p>{t('endedHere')}</p> : null}
      {!drill.ended && open ? <p>{leftOpen > 0 ? t('closes', { ...open }) : t('closesNothing')}</p> : null}
      <p className="muted">{t('leaveExplained')}</p>
      <Refusal text={refusal} />
      <div className="dialog-buttons">
        <Button onClick={onClose} hotkey="Esc">
          {t('common:form.cancel')}
        </Button>
        <Button pending={pending} onClick={onLeave}>
          {t('leave')}
        </Button>
        {drill.ended ? null : (
          <Button kind="primary" pending={pending} onClick={onEnd}>
            {t('finish')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
