import { useTranslation } from 'react-i18next'
import { ShapeIcon } from '../components/ShapeIcon.tsx'
import type { Battery } from './useBattery.ts'

/** Below these the top bar says so in colour, shape and word; the desk logs them as well. */
const LOW = 30
const VERY_LOW = 10

/** Battery in the top bar, only while it matters: running on it, or not full yet. */
export function BatteryMark({ battery }: { readonly battery: Battery | null }) {
  const { t } = useTranslation()
  if (!battery || (battery.charging && battery.percent >= 99)) return null
  const { percent, charging } = battery
  const tone = charging || percent > LOW ? 'mute' : percent > VERY_LOW ? 'warn' : 'bad'
  const key = charging ? 'charging' : percent > LOW ? 'onBattery' : percent > VERY_LOW ? 'low' : 'veryLow'
  return (
    <span className="mark" data-tone={tone} title={t(`battery.${key}Hint`)}>
      {tone === 'mute' ? null : <ShapeIcon shape={tone === 'warn' ? 'triangle' : 'octagon'} />}
      {t(`battery.${key}`, { percent })}
    </span>
  )
}
