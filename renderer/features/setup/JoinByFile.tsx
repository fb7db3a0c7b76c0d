import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../call.ts'
import { errorSentence } from '../../components/errorSentence.ts'
import { useDesk } from '../../useDesk.ts'
import { JoinByFileView } from './JoinByFileView.tsx'
import { sendFile } from './sendFile.ts'

/** Takes the township's records over from a file; the page changes by itself when they are there. */
export function JoinByFile({ onLeave, onJoined }: { onLeave(): void; onJoined(): void }) {
  const { i18n } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const progress = useDesk('join.progress', null, ['join'])
  const join = async () => {
    setAsked(true)
    if (!file || code.trim() === '' || pending) return
    setPending(true)
    try {
      await sendFile(file)
      await call('join.import', { code })
      onJoined()
    } catch (error) {
      setRefusal(errorSentence(error, i18n))
    } finally {
      setPending(false)
    }
  }
  return (
    <JoinByFileView
      code={code}
      asked={asked}
      hasFile={file !== null}
      pending={pending}
      progress={progress.data ?? { state: 'idle' }}
      refusal={refusal}
      onFile={setFile}
      onCode={setCode}
      onJoin={() => void join()}
      onCancel={() => void call('join.cancel', null).catch(() => undefined)}
      onBack={onLeave}
    />
  )
}
