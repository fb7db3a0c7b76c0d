import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../shared/ipc/session.ts'
import { Clock } from './Clock.tsx'

type SignedIn = Extract<SessionState, { state: 'signedIn' }>

/** Always there: where this is, who is on duty, how the links stand, what time it is. */
export function TopBar({ session }: { readonly session: SignedIn }) {
  const { t } = useTranslation()
  return (
    <header className="top">
      <div className="top-duty">
        <span>
          <span className="top-label">{t('top.person')}</span>
          {session.person.name}
        </span>
      </div>
      <div className="top-end">
        <Clock />
      </div>
    </header>
  )
}
