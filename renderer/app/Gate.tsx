import { useTranslation } from 'react-i18next'
import { useDesk } from '../useDesk.ts'
import { Frame } from './Frame.tsx'

/** What the page shows depends on who sits here: nobody yet (set-up), nobody now (sign-in), somebody (the frame). */
export function Gate() {
  const { t } = useTranslation()
  const session = useDesk('session.current', null, ['session'])
  if (session.isError)
    return (
      <div className="whole" role="alert">
        <h1>{t('closed.title')}</h1>
        <p>{t('closed.text')}</p>
      </div>
    )
  // The desk is still opening: an empty page in the right colour, for some tens of milliseconds.
  if (!session.data) return <div className="whole" aria-busy="true" />
  switch (session.data.state) {
    case 'empty':
      return <Placeholder text={t('gate.empty')} />
    case 'claim':
      return <Placeholder text={t('gate.claim')} />
    case 'signedOut':
    case 'locked':
      return <Placeholder text={t('gate.signedOut')} />
    case 'signedIn':
      return <Frame person={session.data.person} />
  }
}

function Placeholder({ text }: { readonly text: string }) {
  return (
    <main className="whole">
      <p>{text}</p>
    </main>
  )
}
