import { useTranslation } from 'react-i18next'
import { buttonsIn, walkFocus } from '../../components/walkFocus.ts'
import type { PageGroup } from './model.ts'

export interface PageListProps {
  readonly groups: readonly PageGroup[]
  readonly page: string
  onPage(page: string): void
}

/** The manual's pages, grouped. One stop for Tab; the arrows walk, Enter opens. */
export function PageList({ groups, page, onPage }: PageListProps) {
  const { t } = useTranslation('help')
  const pages = groups.flatMap(({ entries }) => entries)
  // When what is looked for is not on the open page, Tab still finds the list.
  const stop = pages.some((entry) => entry.page === page) ? page : pages[0]?.page
  return (
    <nav
      className="help-list scroll"
      aria-label={t('pages')}
      onKeyDown={(event) => walkFocus(event, buttonsIn(event.currentTarget), true)}
    >
      {groups.length === 0 ? <p className="muted">{t('nothingFound')}</p> : null}
      {groups.map(({ id, entries }) => (
        <section key={id} aria-label={t(`group.${id}`)}>
          <p className="help-group" aria-hidden="true">
            {t(`group.${id}`)}
          </p>
          {entries.map((entry) => (
            <button
              key={entry.page}
              type="button"
              className="help-entry"
              aria-current={entry.page === page ? 'page' : undefined}
              tabIndex={entry.page === stop ? 0 : -1}
              onClick={() => onPage(entry.page)}
            >
              {entry.title}
              {entry.found ? <span className="help-found">{entry.found}</span> : null}
            </button>
          ))}
        </section>
      ))}
    </nav>
  )
}
