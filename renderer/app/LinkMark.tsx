import { useTranslation } from 'react-i18next'
import type { SyncState } from '../../shared/ipc/sync.ts'
import { ShapeIcon } from '../components/ShapeIcon.tsx'
import { linkWords } from './linkWords.ts'

export interface LinkMarkProps {
  readonly sync: SyncState
  onOpen(): void
}

/** The link to the county and how many records wait; pressing it opens the room that says more. */
export function LinkMark({ sync, onOpen }: LinkMarkProps) {
  const { t } = useTranslation()
  const { tone, shape, state, waiting, story } = linkWords(sync, t)
  return (
    <button type="button" className="top-button" title={story} onClick={onOpen}>
      <span className="top-label">{t('link.county')}</span>
      <span className="mark" data-tone={tone}>
        <ShapeIcon shape={shape} />
        {state}
      </span>
      <span className="digits">{waiting}</span>
    </button>
  )
}
