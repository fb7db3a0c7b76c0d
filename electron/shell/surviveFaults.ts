import { app } from 'electron'

/** A program that fails this soon after its start would only fail again. */
const YOUNG_SECONDS = 60

/**
 * What nobody caught is written down, and duty goes on: every act is a transaction of its own, so a fault outside of one leaves
 * the log whole. Only a desk whose store no longer answers is started anew. Without this Electron would show a box with a stack
 * trace.
 */
export function surviveFaults(isSound: () => Promise<boolean>): void {
  const survive = (error: unknown) => {
    console.error('[fault]', error)
    isSound().then(
      (sound) => {
        if (!sound && process.uptime() > YOUNG_SECONDS) startAnew()
      },
      (unknown: unknown) => console.error('[fault]', unknown),
    )
  }
  process.on('uncaughtException', survive)
  process.on('unhandledRejection', survive)
}

function startAnew(): void {
  console.error('[fault] the store no longer answers; starting anew')
  app.relaunch()
  app.exit(1)
}
