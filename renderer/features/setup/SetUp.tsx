import { useState } from 'react'
import { useDesk } from '../../useDesk.ts'
import { Claim } from './Claim.tsx'
import { JoinByFile } from './JoinByFile.tsx'
import { JoinByHub } from './JoinByHub.tsx'
import { NewTownship } from './NewTownship.tsx'
import { SetUpFrame } from './SetUpFrame.tsx'
import { SetUpStartView, type Way } from './SetUpStartView.tsx'

/**
 * First run: this console belongs to nobody yet. It needs no hub and no network.
 *
 *   start ─► new ─────────────────► signed in
 *     ├────► file ─┐
 *     └────► hub ──┴─► claim ─────► signed in
 */
export function SetUp() {
  const joined = useDesk('join.joined', null, ['join', 'session', 'township', 'person', 'sync'])
  const [way, setWay] = useState<Way | 'start' | null>(null)
  const leave = () => setWay(joined.data ? null : 'start')
  return (
    <SetUpFrame>
      {way === null && joined.data ? (
        <Claim onOtherWay={() => setWay('start')} />
      ) : way === 'new' ? (
        <NewTownship division={joined.data?.division ?? null} onLeave={leave} />
      ) : way === 'file' ? (
        <JoinByFile onLeave={leave} onJoined={() => setWay(null)} />
      ) : way === 'hub' ? (
        <JoinByHub onLeave={leave} onJoined={() => setWay(null)} />
      ) : (
        <SetUpStartView onChoose={setWay} />
      )}
    </SetUpFrame>
  )
}
