// `npm start` as another program sees it: its entry, its lines, its end.
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { describeInElectron, makeDataDir } from '../support/electronApp.ts'

interface Started {
  readonly lines: string[]
  readonly errors: string[]
  readonly ready: Promise<void>
  readonly ended: Promise<number | null>
  end(signal: NodeJS.Signals): void
}

function start(dataDir: string, more: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'electron/dev/start.ts'), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: process.env.ZHENSHOU_TEST_DISPLAY,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ...more,
    },
  })
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  const reader = createInterface({ input: child.stdout })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const ready = new Promise<void>((done, fail) => {
    reader.on('line', (line) => {
      lines.push(line)
      if (line.startsWith('zhenshou console ready:')) done()
    })
    ended.then((code) => fail(new Error(`ended with ${code}: ${lines.join('\n')}`)), fail)
  })
  return { lines, errors, ready, ended, end: (signal) => child.kill(signal) }
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
    expect(second.errors.join('\n')).toContain('is already open')
    first.end('SIGTERM')
    expect(await first.ended).toBe(0)
  })

  it('takes a folder as seen from where it was called', async () => {
    const folder = makeDataDir()
    const started = start('desk', { INIT_CWD: folder })
    await started.ready
    started.end('SIGTERM')
    expect(await started.ended).toBe(0)
    expect(existsSync(join(folder, 'desk', 'duty.db'))).toBe(true)
  })

  it('goes on in a browser where Electron cannot be run, and says so', async () => {
    const broken = makeDataDir()
    writeFileSync(join(broken, 'electron'), '#!/bin/sh\nexit 127\n', { mode: 0o755 })
    const started = start(makeDataDir(), { ELECTRON_OVERRIDE_DIST_PATH: broken })
    await started.ready
    expect(started.lines.filter((line) => line.startsWith('host: ')).at(-1)).toMatch(
      /^host: browser \(Electron does not/,
    )
    const address = /^zhenshou console ready: (http\S+)$/.exec(started.lines.at(-1) ?? '')?.[1] ?? ''
    expect((await fetch(address)).status).toBe(200)
    started.end('SIGTERM')
    expect(await started.ended).toBe(0)
  })
})

it('ends with the npm that started it', async () => {
  const args = ['start', '--', '--browser', '--data', makeDataDir()]
  const npm = spawn('npm', args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await new Promise<string>((done, fail) => {
    createInterface({ input: npm.stdout }).on('line', (line) => {
      const ready = /^zhenshou console ready: (http\S+)$/.exec(line)
      if (ready?.[1]) done(ready[1])
    })
    npm.once('error', fail)
    npm.once('exit', (code) => fail(new Error(`npm ended with ${code}`)))
  })
  expect((await fetch(address)).status).toBe(200)
  npm.kill('SIGTERM')
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    )
  await expect.poll(answers, { timeout: 20_000 }).toBe(false)
})
