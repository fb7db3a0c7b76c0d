import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentLine } from '../../../shared/ipc/attachments.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { CountyMark } from './CountyMark.tsx'
import { endingOf, sizeText } from './model.ts'

interface AttachmentCardViewProps {
  readonly line: AttachmentLine
  /** Its small picture; null where there is none. */
  readonly picture: ReactNode
  onOpen(id: string): void
}

/** One attachment in the strip: what it is, whose, and what the county has of it. */
export function AttachmentCardView({ line, picture, onOpen }: AttachmentCardViewProps) {
  const { t } = useTranslation('attachments')
  return (
    <button
      type="button"
      className="attachment-card"
      data-withdrawn={line.withdrawn ? true : undefined}
      onClick={() => onOpen(line.id)}
    >
      <span className="attachment-picture">
        {picture ?? <span className="attachment-ending">{endingOf(line.name) || t('file')}</span>}
      </span>
      <span className="attachment-name" title={line.name}>
        {line.name}
      </span>
      <span className="attachment-facts">
        {line.size > 0 ? `${sizeText(line.size)} · ` : ''}
        {line.by}
        {line.atMs > 0 ? (
          <>
            {' '}
            <BeijingTime ms={line.atMs} format="monthDay" />
          </>
        ) : null}
      </span>
      {line.withdrawn ? (
        <span className="attachment-facts">{t('withdrawnMark')}</span>
      ) : (
        <CountyMark county={line.county} transfer={line.transfer} />
      )}
    </button>
  )
}
