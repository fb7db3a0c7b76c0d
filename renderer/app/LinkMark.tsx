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
      {sync.links.length > 1 && sync.state !== 'off' ? (
        <Briefs links={sync.links} />
      ) : (
        <span className="mark" data-tone={tone}>
          <ShapeIcon shape={shape} />
          {state}
        </span>
      )}
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
        const { name, state, tone, shape } = briefWords(link, t)
        return (
          <span key={link.id} className="mark" data-tone={tone} data-used={link.carries || undefined}>
            <ShapeIcon shape={shape} />
            <span>{name}</span>
            <span className="hidden-visually">{state}</span>
          </span>
        )
      })}
    </span>
  )
}
