import { SHELL_TOPIC } from '../../../shared/ipc/names.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { ShellPanelView } from './ShellPanelView.tsx'

export function ShellPanel() {
  const shell = useDesk('console.shell', null, [SHELL_TOPIC])
  const autostart = useAct('console.setAutostart')
  const alwaysAwake = useAct('console.setAlwaysAwake')
  const quit = useAct('console.quit')
  if (!shell.data) return null
  return (
    <ShellPanelView
      shell={shell.data}
      onAutostart={(on) => void autostart.run(on)}
      onAlwaysAwake={(on) => void alwaysAwake.run(on)}
      onQuit={() => void quit.run(null)}
    />
  )
}
