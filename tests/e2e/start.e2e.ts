// `npm start` as another program sees it: its entry, its lines, its end.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { describeInElectron, makeDataDir } from '../support/electronApp.ts'

interface Started {
  readonly lines: string[]
  readonly ready: Promise<void>
  readonly ended: Promise<number | null>
  end(signal: NodeJS.Signals): void
}

function start(dataDir: string): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'electron/dev/start.ts'), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DISPLAY: process.env.ZHENSHOU_TEST_DISPLAY, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const ready = new Promise<void>((done, fail) => {
    reader.on('line', (line) => {
      lines.push(line)
      if (line.startsWith('zhenshou console ready:')) done()
    })
    ended.then((code) => fail(new Error(`ended with ${code}: ${lines.join('\n')}`)), fail)
  })
  return { lines, ready, ended, end: (signal) => child.kill(signal) }
}

describeInElectron('npm start with a display', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says why, says when it is painted, and ends in order on %s',
    async (signal) => {
      const started = start(makeDataDir())
      await started.ready
      expect(started.lines.filter((line) => line.startsWith('host: '))).toHaveLength(1)
      expect(started.lines.at(-1)).toBe('zhenshou console ready: window')
      started.end(signal)
      expect(await started.ended).toBe(0)
    },
  )

  it('does not start a second console on the same data folder', async () => {
    const dataDir = makeDataDir()
    const first = start(dataDir)
    await first.ready
    const second = start(dataDir)
    await expect(second.ready).rejects.toThrow()
    expect(await second.ended).not.toBe(0)
    first.end('SIGTERM')
    expect(await first.ended).toBe(0)
  })
})
