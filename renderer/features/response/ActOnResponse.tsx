import { useTranslation } from 'react-i18next'
import { fieldsOf } from '../../../shared/domain/incident/readIncident.ts'
import { levelOf } from '../../../shared/domain/response/readResponse.ts'
import { draftName } from '../../components/draftName.ts'
import { useAct } from '../../components/useAct.ts'
import { useDraft } from '../../components/useDraft.ts'
import { useDesk } from '../../useDesk.ts'
import { bodyOptions } from '../intake/options.ts'
import { type BoardDialogProps, settle, targetOf } from './boardActs.ts'
import type { BoardAct } from './boardKeys.ts'
import { ChooseCardDialog } from './ChooseCardDialog.tsx'
import { OfferDialog } from './HandoverDialogs.tsx'
import { HelpDialog, type HelpDialogProps } from './HelpDialogs.tsx'
import { readHelpDraft } from './helpDraft.ts'
import { LevelDialog } from './LevelDialog.tsx'
import { OutageDialog } from './OutageDialog.tsx'
import { StartDialog } from './StartDialog.tsx'

/** The dialogs of the board's own buttons. */
export function ActOnResponse({ act, ...props }: BoardDialogProps & { readonly act: BoardAct }) {
  switch (act) {
    case 'start':
      return <Start {...props} />
    case 'changeLevel':
      return <ChangeLevel {...props} />
    case 'end':
      return <End {...props} />
    case 'handOver':
      return <HandOver {...props} />
    case 'askHelp':
      return <AskHelp {...props} />
    case 'outage':
      return <ReportOutage {...props} />
    case 'chooseCard':
      return <ChooseCard {...props} />
  }
}

/** Who can be named, and who is at the desk; null while they are read: a form begins with what it needs. */
function usePeople() {
  const people = useDesk('people.options', null, ['person']).data
  const session = useDesk('session.current', null, ['session']).data
  if (!people || !session) return null
  return { people, atDesk: session.state === 'signedIn' ? session.person.id : '' }
}

function Start({ board, now, onDone, ...props }: BoardDialogProps) {
  const act = useAct('response.start', { quiet: true })
  const known = usePeople()
  if (!known) return null
  return (
    <StartDialog
      {...known}
      receivedAt={board.receivedAt}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...targetOf({ board, ...props }), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

function ChangeLevel({ board, now, onDone, ...props }: BoardDialogProps) {
  const act = useAct('response.changeLevel', { quiet: true })
  const known = usePeople()
  if (!known) return null
  const level = board.response ? (levelOf(board.response.state)?.level ?? 'firstResponse') : 'firstResponse'
  return (
    <LevelDialog
      {...known}
      level={level}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...targetOf({ board, ...props }), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

function End({ now, onDone, ...props }: BoardDialogProps) {
  const act = useAct('response.end', { quiet: true })
  const known = usePeople()
  if (!known) return null
  return (
    <LevelDialog
      {...known}
      level={null}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={({ level: _level, ...values }) => void settle(act.run({ ...targetOf(props), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

function HandOver({ now, onDone, ...props }: BoardDialogProps) {
  const act = useAct('response.offerCommand', { quiet: true })
  const known = usePeople()
  if (!known) return null
  return (
    <OfferDialog
      people={known.people}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...targetOf(props), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

function AskHelp({ now, onDone, ...props }: BoardDialogProps) {
  const act = useAct('response.askHelp', { quiet: true })
  const { i18n } = useTranslation('response')
  const { data } = useDesk('classification.read', null, [])
  const draft = useDraft('help', draftName('help', props.incident.id), readHelpDraft)
  const bodies = data ? bodyOptions(data, i18n.language) : []
  const ask = async (values: Parameters<HelpDialogProps['onConfirm']>[0]) => {
    if (!(await act.run({ ...targetOf(props), ...values })).ok) return
    draft.discard()
    onDone()
  }
  // The form appears with what it begins with, not a moment before.
  if (draft.found === undefined) return null
  return (
    <HelpDialog
      bodies={bodies}
      now={now}
      draft={draft}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void ask(values)}
      onCancel={onDone}
    />
  )
}

function ReportOutage({ incident, now, onDone }: BoardDialogProps) {
  const act = useAct('outage.report', { quiet: true })
  const villages = useDesk('villages.options', null, ['village']).data
  const detail = useDesk('incident.detail', { id: incident.id }, ['incident']).data
  if (!villages || !detail) return null
  const own = fieldsOf(detail.incident.state).village
  return (
    <OutageDialog
      villages={villages}
      village={villages.find(({ id }) => id === own?.id) ?? null}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...values, incident: incident.id }), onDone)}
      onCancel={onDone}
    />
  )
}

function ChooseCard({ board, onDone, ...props }: BoardDialogProps) {
  const { i18n } = useTranslation('response')
  const act = useAct('response.chooseCard', { quiet: true })
  return (
    <ChooseCardDialog
      cards={board.others}
      language={i18n.language}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(card) => void settle(act.run({ ...targetOf({ board, ...props }), card, chosen: true }), onDone)}
      onCancel={onDone}
    />
  )
}
