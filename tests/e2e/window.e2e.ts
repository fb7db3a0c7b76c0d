import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { describeInElectron, type LaunchedDesk, launchDesk, makeDataDir } from '../support/electronApp.ts'

describeInElectron('the window in a real Electron', () => {
  let desk: LaunchedDesk

  beforeAll(async () => {
    desk = await launchDesk()
  })
  afterAll(() => desk?.close())

  it('shows our page with the product in its title', async () => {
    expect(await desk.page.title()).toContain('镇守')
    expect(desk.page.url()).toMatch(/^app:\/\/zhenshou\/index\.html/)
    await desk.page.waitForSelector('#root > *')
  })

  it('is built as people get it, although a test runner may have asked for it', () => {
    const scripts = globSync('out/renderer/assets/*.js', { cwd: projectRoot })
    const development = scripts.filter((file) => readFileSync(join(projectRoot, file), 'utf8').includes('jsxDEV'))
    expect([scripts.length > 3, development]).toEqual([true, []])
  })

  it('is gone after SIGKILL and comes back on the same data folder', async () => {
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir, lang: 'en' })
    expect(await desk.page.evaluate(() => location.search)).toBe('?lang=en')
  })

  it('lets only one console use a data folder', async () => {
    await expect(launchDesk({ dataDir: desk.dataDir })).rejects.toThrow()
    expect(await desk.page.title()).toContain('镇守')
  })

  it('has SQLite in the main process and in worker threads', async () => {
    const counts = await desk.app.evaluate(async () => {
      const load = process.mainModule?.require.bind(process.mainModule)
      if (!load) throw new Error('no require')
      const script = `const Database = require('better-sqlite3')
        require('node:worker_threads').parentPort.postMessage(new Database(':memory:').prepare('SELECT 41 + 1').pluck().get())`
      const { Worker } = load('node:worker_threads') as typeof import('node:worker_threads')
      const Database = load('better-sqlite3') as new (file: string) => { prepare(sql: string): { get(): unknown } }
      const inWorker = await new Promise((done, fail) =>
        new Worker(script, { eval: true }).once('message', done).once('error', fail),
      )
      return { inMain: new Database(':memory:').prepare('SELECT 42 AS n').get(), inWorker }
    })
    expect(counts).toEqual({ inMain: { n: 42 }, inWorker: 42 })
  })
})

describeInElectron('a data folder that cannot be used', () => {
  it('still opens the window, which is told the reason', async () => {
    const file = join(makeDataDir(), 'a-file')
    writeFileSync(file, '')
    const desk = await launchDesk({ dataDir: join(file, 'data') })
    const answer = await desk.page.evaluate(() =>
      (window as unknown as { zhenshou: { invoke(c: string, a: unknown): Promise<unknown> } }).zhenshou.invoke(
        'x.y',
        {},
      ),
    )
    expect(answer).toMatchObject({ ok: false, error: { code: expect.not.stringMatching(/unknownChannel/) } })
    expect(JSON.stringify(answer)).not.toContain('a-file')
    await desk.close()
  })
})
