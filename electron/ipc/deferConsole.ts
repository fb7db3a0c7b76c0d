import { isRefusal, refuse } from './dispatch.ts'
import type { OpenConsole } from './openConsole.ts'

/**
 * A console that can be asked before its desk is open: the page paints meanwhile and its first questions wait here. When
 * the desk cannot open (disk full, folder from a newer version) every question is answered with the reason, so that the
 * page can say it in words; the window stays.
 */
export function deferConsole(opening: Promise<OpenConsole>): OpenConsole {
  // Each use below handles a failure for itself; without this the first tick would count it as unhandled.
  opening.catch(() => undefined)
  return {
    async dispatch(channel, args) {
      try {
        return await (await opening).dispatch(channel, args)
      } catch (error) {
        if (isRefusal(error)) return refuse(error.code, error.message, error.details)
        return refuse('ipc.notOpen', 'the desk could not be opened; see its log')
      }
    },
    onChange(listener) {
      const ends = opening.then(
        (desk) => desk.onChange(listener),
        () => () => undefined,
      )
      return () => void ends.then((end) => end())
    },
    wake() {
      opening.then(
        (desk) => desk.wake(),
        () => undefined,
      )
    },
    async isSound() {
      return (await opening).isSound()
    },
    async close() {
      const desk = await opening.catch(() => undefined)
      await desk?.close()
    },
  }
}
