import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { IntakeContext } from './intakeHost.ts'
import { goTo } from './route.ts'

const load = async () => ({ default: (await import('../features/intake/Intake.tsx')).Intake })
const Intake = lazy(load)

interface IntakeHostProps {
  readonly children: ReactNode
  /** A call waits already: the form is open from the beginning. */
  readonly begin?: boolean
}

/**
 * Holds the intake form above sign-in, lock screen and frame: a change of person leaves it as it is. Its code is fetched once the
 * page has been drawn, so that F2 opens it at once.
 */
export function IntakeHost({ children, begin = false }: IntakeHostProps) {
  const [open, setOpen] = useState(begin)
  const [wanted, setWanted] = useState(begin)
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
