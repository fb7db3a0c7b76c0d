import { useState } from 'react'
import type { LinkSettings } from '../../../shared/ipc/links.ts'
import { QUEUE_TOPIC } from '../../../shared/ipc/names.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { CountyPanel } from './CountyPanel.tsx'
import { LinkDialogView } from './LinkDialogView.tsx'
import { LinkRoomView } from './LinkRoomView.tsx'
import { emptyForm, formOf, freeId, type LinkForm, moveForward, settingsOf } from './model.ts'

/** The links to the county's hub. */
export function LinkRoom() {
  const sync = useDesk('sync.state', null, ['sync'])
  const now = useDesk('links.now', null, ['sync', QUEUE_TOPIC])
  const queue = useDesk('links.queue', null, [QUEUE_TOPIC])
  const switches = useDesk('links.switches', null, ['sync'])
  const save = useAct('links.save', { quiet: true })
  const setMode = useAct('links.setMode')
  const test = useAct('links.test')
  const retry = useAct('sync.retryNow')
  const flip = useAct('links.switch')
  /** Id of the link in the dialog, or `new`. */
  const [editing, setEditing] = useState<string | null>(null)
  if (!sync.data || !now.data) return null
  const settings = now.data.links.map((link) => link.settings)
  const edited = settings.find(({ id }) => id === editing)

  const store = async (links: readonly LinkSettings[]) => {
    const { ok } = await save.run({ links: [...links] })
    if (ok) setEditing(null)
  }
  const keep = (form: LinkForm) => {
    if (!edited) return store([...settings, settingsOf(form, freeId(form.kind, settings), 'auto')])
    return store(settings.map((link) => (link === edited ? settingsOf(form, link.id, link.mode) : link)))
  }
  return (
    <>
      <LinkRoomView
        sync={sync.data}
        links={now.data.links}
        queue={queue.data ?? []}
        switches={switches.data ?? []}
        county={<CountyPanel />}
        onRetry={() => void retry.run(null)}
        onAdd={() => setEditing('new')}
        onEdit={setEditing}
        onTest={(id) => void test.run({ id })}
        onMode={(id, mode) => void setMode.run({ id, mode })}
        onForward={(id) =>
          void store(
            moveForward(
              settings,
              settings.findIndex((link) => link.id === id),
            ),
          )
        }
        onDemo={(id, state) => void flip.run({ id, state }).then(() => switches.refetch())}
      />
      {editing === null ? null : (
        <LinkDialogView
          key={editing}
          initial={
            edited
              ? formOf(edited)
              : emptyForm(settings.length === 0 ? 'broadband' : 'satellite', settings[0]?.url ?? '')
          }
          isNew={!edited}
          cards={now.data.cards}
          pending={save.pending}
          problem={save.problem}
          onSave={(form) => void keep(form)}
          onRemove={() => void store(settings.filter((link) => link !== edited))}
          onCancel={() => setEditing(null)}
        />
      )}
    </>
  )
}
