import { type ReactNode, Suspense, useState } from 'react'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'
import { late } from '../../components/late.tsx'
import { UnreadDialog } from '../../components/Unread.tsx'
import { useDesk } from '../../useDesk.ts'
import { SheetContext } from './showSheet.ts'

const RecoverySheetDialog = late(
  async () => (await import('./RecoverySheetDialog.tsx')).RecoverySheetDialog,
  // Taken away, or with the window loaded anew, it would be gone for good.
  (props) => <UnreadDialog {...props} still={false} onClose={undefined} />,
)

/** Holds the recovery sheet while it is shown: only here, and nowhere after that. */
export function SheetHost({ children }: { readonly children: ReactNode }) {
  const [sheet, setSheet] = useState<RecoverySheet | null>(null)
  return (
    <SheetContext value={setSheet}>
      {children}
      {sheet ? <ShownSheet sheet={sheet} onClose={() => setSheet(null)} /> : null}
    </SheetContext>
  )
}

interface ShownSheetProps {
  readonly sheet: RecoverySheet
  onClose(): void
}

/** A locked screen covers the code too; whoever locked it finds it again, and nobody else. */
function ShownSheet({ sheet, onClose }: ShownSheetProps) {
  const session = useDesk('session.current', null, ['session'])
  const person = session.data?.state === 'signedIn' ? session.data.person.id : null
  const [owner, setOwner] = useState<string | null>(null)
  if (owner === null && person !== null) setOwner(person)
  if (person === null || (owner !== null && person !== owner)) return null
  return (
    <Suspense>
      <RecoverySheetDialog sheet={sheet} onClose={onClose} />
    </Suspense>
  )
}
