import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface Display {
  /** Such as `:5`; goes into DISPLAY. */
  readonly name: string
  stop(): void
}

/** Starts a display nobody else draws on, on a number that Xvfb itself finds free; undefined where there is no Xvfb. */
export function startXvfb(size = '1920x1080'): Promise<Display | undefined> {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  // Not even a killed test run may leave a display behind it.
  const stop = () => server.kill('SIGTERM')
  process.once('exit', stop)
  return new Promise((done) => {
    server.once('error', () => done(undefined))
    server.once('exit', () => done(undefined))
    const numbers = server.stdio[3] as Readable
    numbers.once('data', (data: Buffer) => done({ name: `:${data.toString('utf8').trim()}`, stop }))
  })
}
