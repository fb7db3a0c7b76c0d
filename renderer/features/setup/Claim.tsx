import { useState } from 'react'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { ClaimView } from './ClaimView.tsx'
import { type ClaimProblems, claimProblemsOf, EMPTY_CLAIM } from './model.ts'
import { useShowSheet } from './showSheet.ts'

/** An administrator of the township takes over the console that has joined it. */
export function Claim({ onOtherWay }: { onOtherWay(): void }) {
  const joined = useDesk('join.joined', null, ['join', 'session', 'township', 'person', 'sync'])
  const showSheet = useShowSheet()
  const [form, setForm] = useState(EMPTY_CLAIM)
  const [problems, setProblems] = useState<ClaimProblems>({})
  const claim = useAct('join.claim', { quiet: true })
  if (!joined.data) return null
  const send = async () => {
    const found = claimProblemsOf(form)
    setProblems(found)
    if (Object.keys(found).length > 0 || form.person === null || claim.pending) return
    const { person, code, password, console } = form
    const answer = await claim.run({ person, code, password, console })
    if (answer.ok) showSheet(answer.value)
  }
  return (
    <ClaimView
      joined={joined.data}
      form={form}
      problems={problems}
      pending={claim.pending}
      refusal={claim.problem}
      onChange={(part) => setForm((old) => ({ ...old, ...part }))}
      onClaim={() => void send()}
      onOtherWay={onOtherWay}
    />
  )
}
