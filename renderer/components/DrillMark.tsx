import { useTranslation } from 'react-i18next'
import { useWorld } from '../world.ts'
import { StatusTag } from './StatusTag.tsx'

/** 演练, wherever something stands above the frame that says so; nothing in the real world. */
export function DrillMark() {
  const { t } = useTranslation()
  return useWorld() === 'drill' ? <StatusTag tone="drill">{t('mark.drill')}</StatusTag> : null
}
