import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { isUrgent, type Notice, sentencesOf } from './model.ts'
import './storeHealth.css'

export interface StoreNoticesViewProps {
  readonly conditions: readonly Notice[]
  onNoted(keptIn: string): void
}

export function StoreNoticesView({ conditions, onNoted }: StoreNoticesViewProps) {
  const { t } = useTranslation('store')
  if (conditions.length === 0) return null
  return (
    <section className="store-notices" data-help="trust" aria-label={t('notices.title')}>
      {conditions.map((condition) => (
        <div
          key={condition.kind === 'replaced' ? condition.keptIn : condition.kind}
          className="store-notice"
          data-urgent={isUrgent(condition) || undefined}
          role={isUrgent(condition) ? 'alert' : 'status'}
        >
          <ShapeIcon shape={isUrgent(condition) ? 'octagon' : 'triangle'} />
          <p>{sentencesOf(condition, t).join('')}</p>
          {condition.kind === 'replaced' && condition.salvage.state === 'done' ? (
            <Button size="small" onClick={() => onNoted(condition.keptIn)}>
              {t('notices.noted')}
            </Button>
          ) : null}
        </div>
      ))}
    </section>
  )
}
