import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskChange } from '../../../electron/desk.ts'
import { type BrowserHost, startBrowserHost } from '../../../electron/dev/browserHost.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-page-'))
const listeners = new Set<(change: DeskChange) => void>()
let host: BrowserHost

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<title>镇守</title>')
  host = await startBrowserHost({
    folder,
    language: 'en',
    desk: {
      dispatch: async (channel, args) => ({ ok: true, value: { channel, args } }),
      onChange(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      wake: () => undefined,
      isSound: async () => true,
      close: async () => undefined,
    },
  })
})
afterAll(async () => {
  await host.close()
  expect(listeners.size).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number | undefined
  readonly body: string
}

/** fetch would not let a test choose Host and Origin. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const url = new URL(host.url)
  return new Promise((done, fail) => {
    const asked = request(
      { host: '127.0.0.1', port: url.port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          body += part
        })
        response.on('end', () => done({ status: response.statusCode, body }))
      },
    )
    asked.on('error', fail)
    asked.end(options.body)
  })
}

const base = () => new URL(host.url).pathname
const JSON_TYPE = { 'content-type': 'application/json' }

it('answers the printed address with the page, no redirect', async () => {
  const url = new URL(host.url)
  expect(await ask(url.pathname + url.search)).toEqual({ status: 200, body: '<title>镇守</title>' })
  expect(url.hostname).toBe('127.0.0.1')
  expect(url.searchParams.get('lang')).toBe('en')
})

it.each([
  ['no token', '/', {}],
  ['another token', '/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/', {}],
  ['a foreign host', undefined, { host: 'evil.example' }],
  ['a foreign origin', undefined, { origin: 'http://evil.example' }],
  ['no origin worth the name', undefined, { origin: 'null' }],
])('refuses %s', async (_name, path, headers) => {
  expect((await ask(path ?? base(), { headers })).status).toBe(403)
})

it('hands a question to the desk and its answer back', async () => {
  const answer = await ask(`${base()}api/log.list`, { method: 'POST', headers: JSON_TYPE, body: '{"n":1}' })
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { channel: 'log.list', args: { n: 1 } } })
})

it('hands over null as null: the same question answers the same in both hosts', async () => {
  const answer = await ask(`${base()}api/session.current`, { method: 'POST', headers: JSON_TYPE, body: 'null' })
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { channel: 'session.current', args: null } })
})

it.each([
  ['GET', JSON_TYPE, undefined, 405],
  ['POST', { 'content-type': 'text/plain' }, '{}', 415],
  ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415],
])('refuses a question by %s as %j', async (method, headers, body, status) => {
  const options = body === undefined ? { method, headers } : { method, headers, body }
  expect((await ask(`${base()}api/log.list`, options)).status).toBe(status)
})

it('answers a body that is not JSON', async () => {
  const answer = await ask(`${base()}api/log.list`, { method: 'POST', headers: JSON_TYPE, body: '{' })
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'ipc.badArguments' } })
})

it('serves nothing outside its folder', async () => {
  expect((await ask(`${base()}..%2f..%2fetc/passwd`)).status).toBe(400)
})

it('tells an open page of each change', async () => {
  const response = await fetch(`${new URL(host.url).origin}${base()}events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(': open\n\n')
  for (const listener of listeners) listener({ topics: ['log'] })
  expect((await reader?.read())?.value).toBe('data: {"topics":["log"]}\n\n')
  await reader?.cancel()
})
