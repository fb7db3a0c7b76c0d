import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { goTo } from '../../app/route.ts'
import { useNotices } from '../../components/notices.ts'
import { usePrint } from '../../components/print/usePrint.tsx'
import { savedSentence, saveTable } from '../../components/saveTable.ts'
import { useDesk } from '../../useDesk.ts'
import { collectLines } from './collectLines.ts'
import { EditEntry } from './EditEntry.tsx'
import { LogEntryForm } from './LogEntryForm.tsx'
import type { EntryAct } from './LogLineView.tsx'
import { LogRoomView } from './LogRoomView.tsx'
import { logTable } from './logTable.ts'
import { filterOf, NO_FILTER, placeOf } from './model.ts'
import { useLogFeed } from './useLogFeed.ts'

/** The duty log: everything that happened, newest first. */
export function LogRoom() {
  const { t } = useTranslation('log')
  const session = useDesk('session.current', null, ['session'])
  const authors = useDesk('log.authors', null, ['session', 'person'])
  const [form, setForm] = useState(NO_FILTER)
  const deferred = useDeferredValue(form)
  const filter = useMemo(() => filterOf(deferred), [deferred])
  const feed = useLogFeed(filter)
  const [editing, setEditing] = useState<{ readonly act: EntryAct; readonly line: LogLine } | null>(null)
  const paper = usePaper(filter)
  // The same one in every drawing: with another, a line that is added would draw all others anew.
  const onAct = useCallback((act: EntryAct, line: LogLine) => setEditing({ act, line }), [])
  const person = session.data?.state === 'signedIn' ? session.data.person.id : ''
  return (
    <>
      <LogRoomView
        state={feed.state}
        lines={feed.lines}
        more={feed.next !== null}
        person={person}
        filtered={Object.keys(filter).length > 0}
        entryForm={<LogEntryForm onEntered={feed.show} />}
        form={form}
        authors={authors.data ?? []}
        onChange={setForm}
        gathered={paper.gathered}
        onMore={feed.readMore}
        onAct={onAct}
        onOpen={openLine}
        onExport={() => void paper.save(t('title'))}
        onPrint={() => void paper.print(t('title'))}
        onCancel={paper.cancel}
      />
      {editing ? <EditEntry {...editing} onClose={() => setEditing(null)} /> : null}
    </>
  )
}

function openLine(line: LogLine): void {
  const place = placeOf(line)
  if (place) goTo(place.room, place.target)
}

/** Excel and paper of everything under the filter, with progress and a way out. */
function usePaper(filter: ReturnType<typeof filterOf>) {
  const { t } = useTranslation('log')
  const { tell, tellError } = useNotices()
  const printSheet = usePrint()
  const [gathered, setGathered] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  const gather = async (hand: (lines: readonly LogLine[]) => Promise<void>) => {
    const controller = new AbortController()
    running.current = controller
    setGathered(0)
    try {
      const lines = await collectLines(filter, controller.signal, setGathered)
      if (lines) await hand(lines)
    } catch (error) {
      tellError(error)
    } finally {
      setGathered(null)
    }
  }
  const range = t('range', { from: filter.fromDay ?? t('rangeOpen'), to: filter.toDay ?? t('rangeNow') })
  return {
    gathered,
    cancel: () => {
      running.current?.abort()
      setGathered(null)
    },
    save: (title: string) =>
      gather(async (lines) => {
        const saved = await saveTable(t, { title, ...logTable(lines, t), lines: [range] })
        const sentence = savedSentence(t, saved)
        if (sentence) tell('good', sentence)
      }),
    print: (title: string) =>
      gather((lines) =>
        printSheet({
          title,
          ...logTable(lines, t),
          facts: [range],
          signatures: [t('common:top.officer'), t('common:top.leader')],
        }),
      ),
  }
}
