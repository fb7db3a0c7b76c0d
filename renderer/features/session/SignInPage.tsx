import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPerson } from '../../../shared/ipc/session.ts'
import { Clock } from '../../app/Clock.tsx'
import { useOpenHelp } from '../../app/helpHost.ts'
import { useTrayIntake } from '../../app/useTrayIntake.ts'
import { Button } from '../../components/Button.tsx'
import { useDesk } from '../../useDesk.ts'
import { readLastPerson } from './model.ts'
import { SignInForm } from './SignInForm.tsx'
import './session.css'

interface SignInPageProps {
  /** Who locked the screen; null: nobody is signed in. */
  readonly locked: SessionPerson | null
  /** F2: an intake is taken whoever sits here. */
  onIntake(): void
  /** What stands below the head: alarms sound here too. */
  readonly children?: ReactNode
}

/** The page before the frame: sign-in after a start, or the lock screen. */
export function SignInPage({ locked, onIntake, children }: SignInPageProps) {
  const { t } = useTranslation('session')
  const township = useDesk('township.now', null, ['township', 'duty', 'person'])
  const [last] = useState(() => readLastPerson(localStorage))
  useTrayIntake(onIntake)
  const openHelp = useOpenHelp()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F2' || event.isComposing) return
    event.preventDefault()
    onIntake()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  const { officer, leader } = township.data ?? {}
  return (
    <main className="session" data-help="signIn">
      <header className="session-head">
        <p className="session-brand" translate="no">
          {t('common:frame.brand')}
        </p>
        <p className="session-township">{township.data ? `${township.data.county}${township.data.name}` : ''}</p>
        <Clock />
      </header>
      <div className="session-alarms">{children}</div>
      <div className="session-card">
        <h1>{locked ? t('locked', { name: locked.name }) : t('title')}</h1>
        <SignInForm key={locked?.id ?? ''} person={locked?.id ?? last} />
      </div>
      <footer className="session-foot">
        <button type="button" className="session-intake" onClick={onIntake} aria-keyshortcuts="F2">
          {t('common:frame.intake')}
          <kbd>F2</kbd>
        </button>
        <p className="muted">
          {t('intakeHint')}
          <br />
          {officer?.holders[0] ? t('onDuty', { officer: officer.holders[0].name }) : t('nobodyOnDuty')}
          {leader?.holders[0] ? t('leading', { leader: leader.holders[0].name }) : ''}
        </p>
        <Button kind="quiet" hotkey="F1" onClick={openHelp}>
          {t('common:frame.help')}
        </Button>
      </footer>
    </main>
  )
}
