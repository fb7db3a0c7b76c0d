import { useTranslation } from 'react-i18next'
import type { SyncState } from '../../shared/ipc/sync.ts'
import { ShapeIcon } from '../components/ShapeIcon.tsx'
import { briefWords, linkWords } from './linkWords.ts'

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
      {sync.links.length > 1 ? <Briefs links={sync.links} /> : null}
      <span className="digits">{waiting}</span>
    </button>
  )
}

/** Every link in short; the one in use is marked by more than its colour. */
function Briefs({ links }: { readonly links: SyncState['links'] }) {
  const { t } = useTranslation()
  return (
    <span className="top-links">
      {links.map((link) => {
        const { name, state, tone } = briefWords(link, t)
        return (
          <span key={link.id} className="mark" data-tone={tone} data-used={link.carries || undefined}>
            {name} {state}
          </span>
        )
      })}
    </span>
  )
}
