import { EventEmitter } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminPath } from '../../hub/admin/adminPath.ts'
import { AlreadyRunning } from '../../hub/admin/adminServer.ts'
import { runCommandLine } from '../../hub/cli/run.ts'
import { loadWords } from '../../hub/cli/words.ts'
import { serve } from '../../hub/serve.ts'
import { openDatabase } from '../../shared/node/openDatabase.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { type HubProcess, runHub, startHubProcess } from '../support/hubProcess.ts'

test('a hub ended by whoever reads its ready line closes in good order', async () => {
  const stop = new EventEmitter()
  const said: string[] = []
  const code = await runCommandLine(['--port', '0', '--data', makeFolder()], {
    out(line) {
      said.push(line)
      if (line.startsWith('zhenshou hub ready: ')) stop.emit('stop')
    },
    error: (line) => void said.push(line),
    untilStopped: () => new Promise((done) => stop.once('stop', done)),
  })
  expect([code, said.at(-1)]).toEqual([0, expect.stringContaining('停')])
})

test('of two hubs started on one folder in one moment only one runs', async () => {
  const data = makeFolder()
  // Left by a hub that was killed: both find it and nobody answers there.
  writeFileSync(adminPath(data), '')
  const t = await loadWords('zh-CN')
  const options = { data, host: '127.0.0.1', port: 0 }
  const started = await Promise.allSettled([serve(options, t), serve(options, t)])
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  for (const server of running) await server.close()
  expect(running).toHaveLength(1)
  expect(started.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(AlreadyRunning) })
})

const STACK = /\n\s+at |Error:|node:internal/

describe('a running hub', () => {
  const data = makeFolder()
  let hub: HubProcess
  const ask = (...args: string[]) => runHub([...args, '--data', data])

  beforeAll(async () => {
    hub = await startHubProcess(['--port', '0', '--data', data])
  })
  afterAll(async () => {
    expect(await hub.stop()).toBe(0)
  })

  test('answers machines and people over HTTP', async () => {
    const health = await fetch(`${hub.url}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'ok', connected: 0 })])
    const page = await fetch(hub.url, { redirect: 'error' })
    expect([page.status, (await page.text()).includes('镇守 县级节点')]).toEqual([200, true])
  })

  test('gives a code, takes an order, and shows township, orders and log', async () => {
    const code = await ask('enroll', '--township', '360123101', '--name', '青山镇')
    expect(code.out).toMatch(/青山镇（360123101）[\s\S]*([0-9A-Z]{5}-){4}[0-9A-Z]{5}/)
    const order = await ask(
      'order',
      '--township',
      '360123101',
      '--title',
      '转移群众',
      '--urgent',
      '--reply-by',
      '2026-07-14T18:00',
      '--by',
      '王主任',
    )
    expect(order.out).toMatch(/\d{4}-县01 {2}【涉及生命安全】 {2}青山镇 {2}转移群众[\s\S]*2026-07-14 18:00/)
    expect((await ask('orders')).out).toBe(order.out)
    expect((await ask('townships', '--lang', 'en')).out).toContain('360123101  青山镇  1 record')
    const log = await ask('log', '--township', '360123101')
    const rows = (await ask('log', '--township', '360123101', '--json')).out.trim().split('\n')
    expect(rows).toHaveLength(1)
    const row: unknown = JSON.parse(rows[0] ?? '')
    expect(row).toMatchObject({
      kind: 'order.issued',
      lane: 0,
      seq: 1,
      by: '王主任',
      text: '转移群众',
      hash: log.out.slice(0, 64),
    })
  })

  test('a second order of the day has the next number, and one to all reaches every township', async () => {
    await ask('enroll', '--township', '360123102', '--name', '石桥乡')
    const { out } = await ask('order', '--township', 'all', '--title', '加强值守', '--json')
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { no: string; division: string })
    expect(rows.map(({ division }) => division)).toEqual(['360123101', '360123102'])
    expect(new Set(rows.map(({ no }) => no)).size).toBe(1)
    expect(rows[0]?.no).toMatch(/县02$/)
  })

  test.each([
    [['enroll', '--township', '36', '--name', 'x'], 1, '9 位数字'],
    [['enroll', '--name', 'x'], 2, '缺少 --township'],
    [['order', '--township', '990000001', '--title', 'x'], 1, '没有这个乡镇'],
    [['order', '--township', '360123101', '--title', 'x', '--reply-by', '明天'], 2, '看不懂时间“明天”'],
    [['order', '--township', '360123101', '--title', 'x'.repeat(300)], 1, '不完整或太长'],
    [['read', 'ffffff', '--by', '张三'], 1, '找不到这条记录'],
    [['read', 'ffffff'], 2, '缺少 --by'],
    [['revoke', 'd0123456'], 1, '没有这台值班台'],
    [['log', '--township', '123'], 1, '没有这个乡镇'],
    [['dance'], 2, '没有“dance”这个命令'],
    [['orders', '--loud'], 2, '没有“--loud”这个选项'],
    [['--port', 'abc'], 2, '--port 后面应为非负整数'],
  ])('%j is answered with a sentence', async (args, code, sentence) => {
    const said = await ask(...args)
    expect([said.code, said.out]).toEqual([code, ''])
    expect(said.err).toContain(sentence)
    expect(said.err).not.toMatch(STACK)
  })

  test('is the only one on its data folder', async () => {
    const second = await ask('--port', '0')
    expect([second.code, second.err.trim()]).toEqual([1, `数据目录 ${data} 已有一个县级节点在运行。`])
  })

  test('begins a new life when told that it was restored', async () => {
    expect((await ask('restored')).out).toMatch(/新的节点纪元 2-[0-9a-f]{8} 已开始/)
  })

  test('explains itself', async () => {
    const help = await ask('help', '--lang', 'en')
    for (const command of ['enroll', 'order', 'orders', 'read', 'log', 'townships', 'revoke', 'restored'])
      expect(help.out).toContain(command)
  })
})

test('a hub that is not running is named', async () => {
  const data = makeFolder()
  const said = await runHub(['townships', '--data', data])
  expect([said.code, said.err]).toEqual([1, expect.stringContaining(`数据目录 ${data} 的县级节点没有运行`)])
})

test('a killed hub starts again with all it had', async () => {
  const data = makeFolder()
  const args = ['--port', '0', '--data', data]
  const first = await startHubProcess(args)
  await runHub(['enroll', '--township', '360123101', '--name', '青山镇', '--data', data])
  await runHub(['order', '--township', '360123101', '--title', '转移群众', '--data', data])
  await first.kill()
  const second = await startHubProcess(args)
  const { out } = await runHub(['log', '--township', '360123101', '--data', data])
  expect(out).toContain('转移群众')
  expect((await runHub(['townships', '--json', '--data', data])).out).toContain('"events":1')
  await second.stop()
})

describe('a hub that cannot start says why, in one sentence', () => {
  async function refusalOf(data: string, ...more: string[]): Promise<string> {
    const said = await runHub(['--data', data, '--port', '0', '--lang', 'en', ...more])
    expect(said.code).toBe(1)
    expect(said.err).not.toMatch(STACK)
    expect(said.err.trim().split('\n')).toHaveLength(1)
    return said.err
  }

  test('the port is taken', async () => {
    const blocker = createServer()
    await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done))
    const { port } = blocker.address() as AddressInfo
    expect(await refusalOf(makeFolder(), '--port', String(port))).toContain(`Port ${port} is taken`)
    blocker.close()
  })

  test('there is no such address', async () => {
    expect(await refusalOf(makeFolder(), '--host', '203.0.113.7')).toContain('Cannot listen on 203.0.113.7')
  })

  test('the data folder is a file', async () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(await refusalOf(file)).toContain('cannot be opened')
  })

  test('the database is none', async () => {
    const data = makeFolder()
    writeFileSync(join(data, 'hub.db'), 'nothing of the kind'.repeat(1_000))
    expect(await refusalOf(data)).toContain('damaged or not a database')
    expect(readFileSync(join(data, 'hub.db'), 'utf8').startsWith('nothing of the kind')).toBe(true)
  })

  test('a newer program wrote it', async () => {
    const data = makeFolder()
    const db = openDatabase(join(data, 'hub.db'))
    db.pragma('user_version = 99')
    db.close()
    expect(await refusalOf(data)).toContain('written by a newer version')
  })

  test('the key is damaged', async () => {
    const data = makeFolder()
    writeFileSync(join(data, 'hub-key.json'), '{"seed":"half')
    expect(await refusalOf(data)).toContain('hub-key.json')
  })
})
