import { useTranslation } from 'react-i18next'
import type { RosterNotice } from '../../../shared/domain/team/roster/table.ts'
import { noticeSentence } from './sentences.ts'

/** What was not read, and where a team's name was taken from. */
export function NoticeList({ notices }: { readonly notices: readonly RosterNotice[] }) {
  const { t } = useTranslation('roster')
  if (notices.length === 0) return null
  return (
    <details
      className="roster-fold panel"
      open={notices.some(({ code }) => code.startsWith('nameFrom') || code === 'noHeader')}
    >
      <summary>{t('notices.title', { count: notices.length })}</summary>
      <ul>
        {notices.map((notice) => (
          <li key={`${notice.code} ${notice.sheet} ${notice.at}`}>{noticeSentence(notice, t)}</li>
        ))}
      </ul>
    </details>
  )
}
