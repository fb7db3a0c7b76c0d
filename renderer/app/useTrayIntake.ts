import { useEffect, useEffectEvent } from 'react'
import { SHELL_TOPIC } from '../../shared/ipc/names.ts'
import { call } from '../call.ts'
import { onTopic } from '../changeFeed.ts'

/** 接报 chosen in the tray's menu opens the intake of whatever screen is shown, also when it was chosen before that was drawn. */
export function useTrayIntake(openIntake: () => void): void {
  const open = useEffectEvent(openIntake)
  useEffect(() => {
    const ask = () =>
      void call('console.takeIntake', null).then(
        (wanted) => wanted && open(),
        // A desk that cannot open says so itself.
        () => undefined,
      )
    ask()
    return onTopic(SHELL_TOPIC, ask)
  }, [])
}
