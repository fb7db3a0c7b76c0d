import { Activity, Suspense } from 'react'
import { late } from '../components/late.tsx'
import { AlarmsOverSignIn } from '../features/alarms/AlarmsOverSignIn.tsx'
import { SignInPage } from '../features/session/SignInPage.tsx'
import { useDesk } from '../useDesk.ts'
import { CannotOpen } from './CannotOpen.tsx'
import { Frame } from './Frame.tsx'
import { useOpenIntake } from './intakeHost.ts'
import { Opening } from './Opening.tsx'
import { goTo } from './route.ts'

const SetUp = late(async () => (await import('../features/setup/SetUp.tsx')).SetUp)

/** What the page shows depends on who sits here: nobody yet (set-up), nobody now (sign-in), somebody (the frame). */
export function Gate() {
  const openIntake = useOpenIntake()
  const session = useDesk('session.current', null, ['session'])
  if (session.isError) return <CannotOpen error={session.error} />
  if (!session.data) return <Opening />
  switch (session.data.state) {
    case 'empty':
    case 'claim':
      return (
        <Suspense>
          <SetUp />
        </Suspense>
      )
    case 'signedOut':
      return (
        <SignInPage locked={null} onIntake={openIntake}>
          <AlarmsOverSignIn onOpen={goTo} />
        </SignInPage>
      )
    case 'signedIn':
    case 'locked': {
      // A locked frame is only hidden: whatever was being filled in is there again afterwards, for the next person too.
      const locked = session.data.state === 'locked' ? session.data.person : null
      return (
        <>
          <Activity mode={locked ? 'hidden' : 'visible'}>
            <Frame person={session.data.person} />
          </Activity>
          {locked ? (
            <SignInPage locked={locked} onIntake={openIntake}>
              <AlarmsOverSignIn onOpen={goTo} />
            </SignInPage>
          ) : null}
        </>
      )
    }
  }
}
