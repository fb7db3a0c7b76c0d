import { useState } from 'react'
import { useDesk } from '../../useDesk.ts'
import { WorldContext } from '../../world.ts'
import { Review } from '../review/Review.tsx'
import { PastDrillsView, type PastDrillsViewProps } from './PastDrillsView.tsx'

interface PastDrillsProps {
  onClose(): void
  /** Something else is to be seen now: what this stands in goes too. */
  onLeave(): void
}

/** Drills that have ended, with the reviews of what was practised in them. */
export function PastDrills({ onClose, onLeave }: PastDrillsProps) {
  const { data } = useDesk('drill.list', null, ['drill'])
  const [chosen, setChosen] = useState<string | null>(null)
  const [reviewed, setReviewed] = useState<string | null>(null)
  if (!data) return null
  const drills = data.filter(({ ended }) => ended)
  const open = chosen ?? drills[0]?.id ?? null
  const props = { drills, onOpen: setChosen, onReview: setReviewed, onClose }
  return (
    <>
      {open === null ? (
        <PastDrillsView {...props} open={null} incidents={null} />
      ) : (
        <OpenDrill {...props} open={open} />
      )}
      {open !== null && reviewed !== null ? (
        // What is read there is of the drill's world: every dialog carries its mark.
        <WorldContext value="drill">
          <Review incident={reviewed} drill={open} onClose={() => setReviewed(null)} onLeave={onLeave} />
        </WorldContext>
      ) : null}
    </>
  )
}

function OpenDrill(props: Omit<PastDrillsViewProps, 'open' | 'incidents'> & { readonly open: string }) {
  const incidents = useDesk('drill.incidents', { id: props.open }, ['drill', 'incident'])
  return <PastDrillsView {...props} incidents={incidents.data ?? null} />
}
