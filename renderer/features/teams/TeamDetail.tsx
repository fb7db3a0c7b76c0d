import { useEffect, useRef, useState } from 'react'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import { useDesk } from '../../useDesk.ts'
import { isActive } from './model.ts'
import { TeamDetailView } from './TeamDetailView.tsx'
import { type TeamDialog, TeamDialogs } from './TeamDialogs.tsx'

interface TeamDetailProps {
  readonly team: string
  readonly teams: readonly TeamLine[]
  onOpen(team: string): void
  onClose(): void
}

/** One team beside the ledger, with what can be done to it. */
export function TeamDetail({ team, teams, onOpen, onClose }: TeamDetailProps) {
  const detail = useDesk('teams.get', { team }, ['team'])
  const load = useDesk('teams.load', null, ['team', 'task', 'incident']).data?.find(({ id }) => id === team) ?? null
  const [dialog, setDialog] = useState<TeamDialog | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const shown = detail.data !== undefined
  // Opened from the ledger by Enter: the keyboard goes on in the team, and comes back to the ledger when it closes.
  useEffect(() => {
    if (!shown) return
    const before = document.activeElement
    place.current?.querySelector('h2')?.focus()
    return () => {
      // Unless something else has taken the focus meanwhile.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [shown])
  if (!detail.data) return null
  const { team: line } = detail.data
  return (
    <div ref={place} className="teams-place">
      <TeamDetailView
        detail={detail.data}
        onClose={onClose}
        onEdit={() => setDialog({ kind: 'edit' })}
        load={load}
        onLocate={() => setDialog({ kind: 'locate' })}
        onState={(state) => setDialog({ kind: 'state', state })}
        onRetire={() => setDialog({ kind: 'retire' })}
        onRestore={() => setDialog({ kind: 'restore' })}
        onMerge={() => setDialog({ kind: 'merge' })}
        onUnmerge={() => setDialog({ kind: 'unmerge' })}
        onOpenTeam={onOpen}
        onAddMember={() => setDialog({ kind: 'member', member: null })}
        onEditMember={(member) => setDialog({ kind: 'member', member })}
        onRemoveMember={(member) => setDialog({ kind: 'remove', member })}
      />
      {dialog ? (
        <TeamDialogs
          dialog={dialog}
          team={line}
          others={teams.filter((other) => other.id !== line.id && isActive(other))}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}
