import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../call.ts'
import { useDesk } from '../../useDesk.ts'
import { LogRoomView } from './LogRoomView.tsx'

/** The duty log: everything that happened, newest first. */
export function LogRoom() {
  const { t } = useTranslation('log')
  const [text, setText] = useState('')
  const page = useDesk('log.page', { filter: {}, before: null, limit: 100 }, [
    'log',
    'call',
    'incident',
    'task',
    'team',
  ])
  const enter = async () => {
    await call('log.enter', { at: Date.now(), text })
    setText('')
  }
  return <LogRoomView title={t('title')} text={text} onText={setText} onEnter={enter} lines={page.data?.lines ?? []} />
}
