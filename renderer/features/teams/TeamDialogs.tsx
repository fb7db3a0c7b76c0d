import { useTranslation } from 'react-i18next'
import type { TeamState } from '../../../shared/domain/team/events.ts'
import type { TeamLine, TeamMemberLine } from '../../../shared/ipc/teams.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { type Outcome, useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { useNow } from '../../components/useNow.ts'
import { LocateDialogView } from './LocateDialogView.tsx'
import { MemberForm } from './MemberForm.tsx'
import { MergeDialogView } from './MergeDialogView.tsx'
import { StateDialogView } from './StateDialogView.tsx'
import { TeamForm } from './TeamForm.tsx'

/** Which act is being asked about. */
export type TeamDialog =
  | { readonly kind: 'edit' | 'retire' | 'restore' | 'merge' | 'unmerge' }
  | { readonly kind: 'locate' }
  | { readonly kind: 'state'; readonly state: TeamState }
  | { readonly kind: 'member'; readonly member: TeamMemberLine | null }
  | { readonly kind: 'remove'; readonly member: TeamMemberLine }

interface TeamDialogsProps {
  readonly dialog: TeamDialog
  readonly team: TeamLine
  /** Teams it may be merged into. */
  readonly others: readonly TeamLine[]
  onClose(): void
}

/** The acts on one team, each behind its question. */
export function TeamDialogs({ dialog, team, others, onClose }: TeamDialogsProps) {
  const { t } = useTranslation('teams')
  const now = useNow()
  const acts = {
    state: useAct('teams.setState', { quiet: true }),
    locate: useAct('teams.locate', { quiet: true }),
    retire: useAct('teams.retire', { quiet: true }),
    restore: useAct('teams.restore', { quiet: true }),
    merge: useAct('teams.merge', { quiet: true }),
    unmerge: useAct('teams.unmerge', { quiet: true }),
    remove: useAct('teams.removeMember', { quiet: true }),
  }
  const edit = { team: team.id, base: [...team.tips] }
  const end = useFinish(onClose)
  const finish = (act: Promise<Outcome<unknown>>, sentence = t('done.saved')) => end(act, sentence)
  const { name } = team
  switch (dialog.kind) {
    case 'edit':
      return <TeamForm team={team} onDone={onClose} onCancel={onClose} />
    case 'member':
      return <MemberForm team={team} member={dialog.member} onClose={onClose} />
    case 'state': {
      const { state } = dialog
      const sentence = t('done.state', { name, state: t(`state.${state}`) })
      return (
        <StateDialogView
          team={name}
          state={state}
          pending={acts.state.pending}
          problem={acts.state.problem}
          onConfirm={(reason) => void finish(acts.state.run({ ...edit, state, reason }), sentence)}
          onCancel={onClose}
        />
      )
    }
    case 'locate':
      return (
        <LocateDialogView
          team={name}
          now={now}
          pending={acts.locate.pending}
          problem={acts.locate.problem}
          onConfirm={(place, at) =>
            void finish(acts.locate.run({ ...edit, place, at: at ?? Date.now() }), t('locate.done', { name }))
          }
          onCancel={onClose}
        />
      )
    case 'merge':
      return (
        <MergeDialogView
          team={name}
          others={others.map((other) => ({ id: other.id, name: other.name, village: other.village?.name ?? '' }))}
          pending={acts.merge.pending}
          problem={acts.merge.problem}
          onConfirm={(into, reason) => void finish(acts.merge.run({ ...edit, into, reason }))}
          onCancel={onClose}
        />
      )
    case 'remove':
      return (
        <ReasonDialog
          title={t('removeDialog.title', { name: dialog.member.name })}
          explanation={t('removeDialog.explanation')}
          confirm={t('act.remove')}
          danger
          pending={acts.remove.pending}
          problem={acts.remove.problem}
          onConfirm={(reason) => void finish(acts.remove.run({ ...edit, member: dialog.member.id, reason }))}
          onCancel={onClose}
        />
      )
    case 'retire':
    case 'restore':
    case 'unmerge': {
      const act = acts[dialog.kind]
      return (
        <ReasonDialog
          title={t(`${dialog.kind}Dialog.title`, { name })}
          explanation={dialog.kind === 'retire' ? t('retireDialog.explanation') : undefined}
          confirm={t(`act.${dialog.kind}`)}
          danger={dialog.kind === 'retire'}
          pending={act.pending}
          problem={act.problem}
          onConfirm={(reason) => void finish(act.run({ ...edit, reason }))}
          onCancel={onClose}
        />
      )
    }
  }
}
