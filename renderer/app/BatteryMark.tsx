import { useTranslation } from 'react-i18next'
import type { PowerState } from '../../shared/ipc/power.ts'
import { ShapeIcon } from '../components/ShapeIcon.tsx'

/** A full battery on mains says nothing anybody needs to know. */
const AS_GOOD_AS_FULL = 99

/** What the console runs on, in the top bar, while it matters: on battery, or not full yet. */
export function BatteryMark({ power }: { readonly power: PowerState | null }) {
  const { t } = useTranslation()
  if (!power) return null
  const { percent } = power
  if (power.source === 'mains') {
    if (percent === null || percent >= AS_GOOD_AS_FULL) return null
    return (
      <span className="mark" data-tone="mute" title={t('battery.chargingHint')}>
        {t('battery.charging', { percent })}
      </span>
    )
  }
  const [key, tone] = power.mark === 10 ? (['veryLow', 'bad'] as const) : (['low', 'warn'] as const)
  if (power.mark === null)
    return (
      <span className="mark" data-tone="info" title={t('battery.onBatteryHint')}>
        {percent === null ? t('battery.unknown') : t('battery.onBattery', { percent })}
      </span>
    )
  return (
    <span className="mark" data-tone={tone} role="status" title={t(`battery.${key}Hint`)}>
      <ShapeIcon shape={tone === 'warn' ? 'triangle' : 'octagon'} />
      {t(`battery.${key}`, { percent })}
    </span>
  )
}
