import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'
import { SheetContext } from './showSheet.ts'

const RecoverySheetDialog = lazy(async () => ({
  default: (await import('./RecoverySheetDialog.tsx')).RecoverySheetDialog,
}))

/** Holds the recovery sheet while it is shown: only here, and nowhere after that. */
export function SheetHost({ children }: { readonly children: ReactNode }) {
  const [sheet, setSheet] = useState<RecoverySheet | null>(null)
  return (
    <SheetContext value={setSheet}>
      {children}
      {sheet ? (
        <Suspense>
          <RecoverySheetDialog sheet={sheet} onClose={() => setSheet(null)} />
        </Suspense>
      ) : null}
    </SheetContext>
  )
}
