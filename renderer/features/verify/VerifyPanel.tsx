import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STORE_TOPIC } from '../../../shared/ipc/names.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { BackupPanelView } from './BackupPanelView.tsx'
import { RestoreDialogView } from './RestoreDialogView.tsx'
import { VerifyPanelView } from './VerifyPanelView.tsx'

/** Backups and the self-check of this console's files, for the settings room. */
export function VerifyPanel() {
  const { t } = useTranslation('store')
  const { tell } = useNotices()
  const session = useDesk('session.current', null, ['session'])
  const backups = useDesk('store.backups', null, [STORE_TOPIC])
  const [restoring, setRestoring] = useState(false)
  const restore = useAct('store.restore', { quiet: true })
  const cancelRestore = useAct('store.cancelRestore')
  const administrator =
    session.data !== undefined && 'person' in session.data && session.data.person.roles.includes('administrator')
  const goBack = async (atMs: number, reason: string) => {
    const answer = await restore.run({ atMs, reason })
    if (!answer.ok) return
    setRestoring(false)
    if (answer.value.restored) tell('good', t('restore.done'))
    else tell('info', t('restore.cancelled'))
  }
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
      {health.data ? (
        <BackupPanelView
          health={health.data}
          mayRestore={administrator}
          onBackUp={() => void backUp.run(null)}
          onRestore={() => setRestoring(true)}
        />
      ) : null}
      {restoring && backups.data?.[0] ? (
        <RestoreDialogView
          backups={backups.data}
          pending={restore.pending}
          progress={health.data?.restoring ?? null}
          refusal={restore.problem}
          onConfirm={(atMs, reason) => void goBack(atMs, reason)}
          onCancel={() => (restore.pending ? void cancelRestore.run(null) : setRestoring(false))}
        />
      ) : null}
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
