import { useState } from 'react'
import { useAct } from '../../components/useAct.ts'
import { JoinByHubView } from './JoinByHubView.tsx'

/** Lets the county's hub take this console into its township; the page changes by itself when it did. */
export function JoinByHub({ onLeave, onJoined }: { onLeave(): void; onJoined(): void }) {
  const [url, setUrl] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const join = useAct('join.byHub', { quiet: true })
  const go = async () => {
    setAsked(true)
    if (url.trim() === '' || code.trim() === '' || join.pending) return
    const answer = await join.run({ url, code })
    if (answer.ok) onJoined()
  }
  return (
    <JoinByHubView
      url={url}
      code={code}
      asked={asked}
      pending={join.pending}
      refusal={join.problem}
      onUrl={setUrl}
      onCode={setCode}
      onJoin={() => void go()}
      onBack={onLeave}
    />
  )
}
