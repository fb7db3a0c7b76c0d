import type { consoleChannels } from '../../../shared/ipc/console.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { powerChannels } from '../../../shared/ipc/power.ts'
import type { PowerWatch } from '../../power/powerWatch.ts'
import type { ShellHost } from '../../shellHost.ts'

export function consoleHandlers(shell: ShellHost): HandlersOf<typeof consoleChannels> {
  return {
    // Asked earlier, deferConsole answers.
    'console.opening': () => null,
    'console.shell': () => shell.state(),
    'console.setLanguage': (language) => {
      shell.setLanguage(language)
      return null
    },
    'console.setAutostart': (on) => {
      shell.setAutostart(on)
      return null
    },
    'console.setAlwaysAwake': (on) => {
      shell.setAlwaysAwake(on)
      return null
    },
    'console.takeNotices': () => shell.takeNotices(),
    'console.takeIntake': () => shell.takeIntake(),
    'console.quit': () => {
      shell.quit()
      return null
    },
  }
}

export function powerHandlers(power: PowerWatch): HandlersOf<typeof powerChannels> {
  return {
    'power.state': () => power.state(),
    'power.report': (reading) => {
      power.report(reading)
      return null
    },
  }
}
