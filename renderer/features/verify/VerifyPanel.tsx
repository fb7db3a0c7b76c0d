import { STORE_TOPIC } from '../../../shared/ipc/names.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { BackupPanelView } from './BackupPanelView.tsx'
import { VerifyPanelView } from './VerifyPanelView.tsx'

/** Backups and the self-check of this console's files, for the settings room. */
export function VerifyPanel() {
  const health = useDesk('store.health', null, [STORE_TOPIC])
  const state = useDesk('store.verify', null, [STORE_TOPIC])
  const backUp = useAct('store.backUp')
  const start = useAct('store.startVerify')
  const cancel = useAct('store.cancelVerify')
  const rebuild = useAct('store.rebuild')
  const makeAgain = async () => {
    const { ok } = await rebuild.run(null)
    if (ok) await start.run(null)
  }
  return (
    <>
      {health.data ? <BackupPanelView health={health.data} onBackUp={() => void backUp.run(null)} /> : null}
      {state.data ? (
        <VerifyPanelView
          state={state.data}
          rebuilding={rebuild.pending}
          onStart={() => void start.run(null)}
          onCancel={() => void cancel.run(null)}
          onRebuild={() => void makeAgain()}
        />
      ) : null}
    </>
  )
}
