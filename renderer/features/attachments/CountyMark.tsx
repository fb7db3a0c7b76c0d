import { useTranslation } from 'react-i18next'
import type { CountyHolds, Transfer } from '../../../shared/ipc/attachments.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { COUNTY_LOOK } from './model.ts'

export interface CountyMarkProps {
  readonly county: CountyHolds
  readonly transfer: Transfer | null
}

/** What the county has: 未上传 → 缩略图已到县 → 原件已到县. */
export function CountyMark({ county }: CountyMarkProps) {
  const { t } = useTranslation('attachments')
  const { tone, shape } = COUNTY_LOOK[county]
  return (
    <span className="mark" data-tone={tone} title={t(`county.${county}Hint`)}>
      <ShapeIcon shape={shape} />
      {t(`county.${county}`)}
    </span>
  )
}
