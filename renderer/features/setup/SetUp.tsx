import { useState } from 'react'
import { NewTownship } from './NewTownship.tsx'
import { SetUpFrame } from './SetUpFrame.tsx'
import { SetUpStartView } from './SetUpStartView.tsx'

/** First run: this console belongs to nobody yet. It needs no hub and no network. */
export function SetUp() {
  const [way, setWay] = useState<'start' | 'new'>('start')
  return (
    <SetUpFrame>
      {way === 'start' ? (
        <SetUpStartView onNew={() => setWay('new')} />
      ) : (
        <NewTownship onLeave={() => setWay('start')} />
      )}
    </SetUpFrame>
  )
}
