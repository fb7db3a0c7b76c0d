import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../shared/ipc/sync.ts'
import { type Shape, ShapeIcon } from './ShapeIcon.tsx'
import type { Tone } from './StatusTag.tsx'

const LOOK: Readonly<Record<Delivery, { readonly tone: Tone; readonly shape: Shape }>> = {
  stored: { tone: 'mute', shape: 'dot' },
  delivered: { tone: 'info', shape: 'check' },
  read: { tone: 'good', shape: 'double' },
  redeliver: { tone: 'warn', shape: 'arrow' },
  rejected: { tone: 'bad', shape: 'cross' },
}

/** How far one record has come: 本机已存 → 已送达县 → 县已阅, or 待重新送达, 未被接收. */
export function DeliveryMark({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation()
  const { tone, shape } = LOOK[delivery]
  return (
    <span className="mark" data-tone={tone} title={t(`delivery.${delivery}Hint`)}>
      <ShapeIcon shape={shape} />
      {t(`delivery.${delivery}`)}
    </span>
  )
}
