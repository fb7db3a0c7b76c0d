import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FaultDialog } from './FaultDialog.tsx'
import { IntakeContext } from './intakeHost.ts'
import { goTo } from './route.ts'

const load = async () => ({ default: (await import('../features/intake/Intake.tsx')).Intake })

interface IntakeHostProps {
  readonly children: ReactNode
  /** A call waits already: the form is open from the beginning. */
  readonly begin?: boolean
}

/**
 * Holds the intake form above sign-in, lock screen and frame: a change of person leaves it as it is. Its code is fetched once the
 * page has been drawn, so that F2 opens it at once. Where it cannot be read or drawn the page goes on and says so.
 */
export function IntakeHost({ children, begin = false }: IntakeHostProps) {
  const [open, setOpen] = useState(begin)
  const [wanted, setWanted] = useState(begin)
  const { t } = useTranslation('intake')
  // A failed attempt is asked for anew by the next F2: what was typed comes back from its draft.
  const [{ attempt, Intake, failed }, setForm] = useState(() => ({ attempt: 0, Intake: lazy(load), failed: false }))
  useEffect(() => {
    const handle = requestIdleCallback(() => setWanted(true), { timeout: 3000 })
    return () => cancelIdleCallback(handle)
  }, [])
  const openIntake = () => {
    if (failed) setForm({ attempt: attempt + 1, Intake: lazy(load), failed: false })
    setWanted(true)
    setOpen(true)
  }
  const fault = <FaultDialog title={t('title')} text={t('fault')} onClose={() => setOpen(false)} />
  return (
    <IntakeContext value={openIntake}>
      {children}
      {wanted ? (
        <ErrorBoundary
          at={String(attempt)}
          instead={open ? fault : null}
          onFault={() => setForm((before) => ({ ...before, failed: true }))}
        >
          <Suspense>
            <Intake
              open={open}
              onOpen={openIntake}
              onClose={() => setOpen(false)}
              onOpenIncident={(id) => goTo('incidents', id)}
            />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </IntakeContext>
  )
}
