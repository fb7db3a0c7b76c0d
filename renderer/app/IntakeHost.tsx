import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { IntakeContext } from './intakeHost.ts'
import { goTo } from './route.ts'

const load = async () => ({ default: (await import('../features/intake/Intake.tsx')).Intake })
const Intake = lazy(load)

/**
 * Holds the intake form above sign-in, lock screen and frame: a change of person leaves it as it is. Its code is fetched once the
 * page has been drawn, so that F2 opens it at once.
 */
export function IntakeHost({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setWanted(true), { timeout: 3000 })
    return () => cancelIdleCallback(handle)
  }, [])
  const openIntake = () => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <IntakeContext value={openIntake}>
      {children}
      {wanted ? (
        <Suspense>
          <Intake
            open={open}
            onOpen={openIntake}
            onClose={() => setOpen(false)}
            onOpenIncident={(id) => goTo('incidents', id)}
          />
        </Suspense>
      ) : null}
    </IntakeContext>
  )
}
