import { useState } from 'react'
import { Alarms } from './Alarms.tsx'

/** Alarms sound on the sign-in and lock screens too; whoever silences one signs in first. */
export function AlarmsOverSignIn({ onOpen }: { onOpen(room: string, target: string): void }) {
  const [list, setList] = useState(false)
  return <Alarms listOpen={list} onList={setList} onOpen={onOpen} />
}
