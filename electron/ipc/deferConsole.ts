import type { OpeningProgress } from '../../shared/ipc/console.ts'
import { isRefusal, refuse } from './dispatch.ts'
import type { OpenConsole } from './openConsole.ts'

/** Asked by a person who has made room on the disk, or plugged it in again. */
const REOPEN = 'store.reopen'
/** Answered at once: how far the opening has come. */
const OPENING = 'console.opening'

/**
 * A console that can be asked before its desk is open: the page paints meanwhile and its first questions wait here. When
 * the desk cannot open (disk full, folder from a newer version) every question is answered with the reason, so that the
 * page can say it in words; the window stays, and the person can have it tried again.
 */
export function deferConsole(
  open: (onProgress: (progress: OpeningProgress) => void) => Promise<OpenConsole>,
): OpenConsole {
  type Listener = Parameters<OpenConsole['onChange']>[0]
  const listeners = new Set<Listener>()
  let progress: OpeningProgress | null = null
  let opening = begin()

  function begin(): Promise<OpenConsole> {
    progress = null
    const started = open((now) => {
      progress = now
    })
    started.then(
      (desk) => {
        progress = null
        desk.onChange((change) => {
          for (const listener of listeners) listener(change)
        })
      },
      // Each use below handles a failure for itself; without this the first tick would count it as unhandled.
      () => undefined,
    )
    return started
  }

  async function reopen(): Promise<void> {
    await opening.catch(() => {
      opening = begin()
    })
  }

  return {
    async dispatch(channel, args) {
      try {
        if (channel === OPENING) return { ok: true, value: progress }
        if (channel === REOPEN) await reopen()
        return await (await opening).dispatch(channel, args)
      } catch (error) {
        if (isRefusal(error)) return refuse(error.code, error.message, error.details)
        return refuse('ipc.notOpen', 'the desk could not be opened; see its log')
      }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
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
