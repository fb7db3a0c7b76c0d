import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
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
    <nav className="help-list scroll" aria-label={t('pages')} onKeyDown={walk}>
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

function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons: HTMLElement[] = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(event.target as HTMLElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  const button = next === undefined ? undefined : buttons[(next + buttons.length) % buttons.length]
  if (!button) return
  event.preventDefault()
  button.focus()
}
