import { useTranslation } from 'react-i18next'
import type { CountyHolds, Transfer } from '../../../shared/ipc/attachments.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { COUNTY_LOOK } from './model.ts'

export interface CountyMarkProps {
  readonly county: CountyHolds
  readonly transfer: Transfer | null
}

/** What the county has: 未上传 → 缩略图已到县 → 原件已到县; beside it what moves, or what it waits for. */
export function CountyMark({ county, transfer }: CountyMarkProps) {
  const { t } = useTranslation('attachments')
  const { tone, shape } = COUNTY_LOOK[county]
  return (
    <span className="attachment-county">
      <span className="mark" data-tone={tone} title={t(`county.${county}Hint`)}>
        <ShapeIcon shape={shape} />
        {t(`county.${county}`)}
      </span>
      {transfer ? <TransferLine transfer={transfer} /> : null}
    </span>
  )
}

function TransferLine({ transfer: { way, percent, waits } }: { readonly transfer: Transfer }) {
  const { t } = useTranslation('attachments')
  if (waits === null)
    return (
      <span className="attachment-transfer">
        {way === 'send' ? t('sending', { percent }) : t('fetching', { percent })}
        <progress max={100} value={percent} aria-hidden="true" />
      </span>
    )
  return (
    <span className="attachment-transfer">
      {t(`waits.${waits}`)}
      {percent > 0 ? ` ${t('soFar', { percent })}` : ''}
    </span>
  )
}
