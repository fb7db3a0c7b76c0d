// A desk in a network namespace, driven by lines of JSON: one request a line on standard input, one answer a line on standard
// output. Run by tests/net/consoleProcess.ts.
import { createInterface } from 'node:readline'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { openTestDesk } from '../support/deskFixture.ts'

/** What a test may ask of the console. */
export type NetRequest =
  | { readonly do: 'links'; readonly links: readonly LinkSettings[] }
  | { readonly do: 'enrol'; readonly code: string }
  | { readonly do: 'log'; readonly count: number; readonly label: string }
  | { readonly do: 'flash'; readonly text: string }
  | { readonly do: 'retry' }
  | { readonly do: 'prefer'; readonly link: string }
  | { readonly do: 'state' }
  | { readonly do: 'hashes' }
  | { readonly do: 'holds'; readonly kind: string }

const [folder = ''] = process.argv.slice(2)
const { desk } = openTestDesk({ folder })
const { handlers, store } = desk
const BATCH = 1_000

async function answer(request: NetRequest): Promise<unknown> {
  switch (request.do) {
    case 'links':
      return handlers['links.save']({ links: [...request.links] })
    case 'enrol':
      return handlers['sync.enroll']({ code: request.code })
    case 'log':
      for (let done = 0; done < request.count; done += BATCH)
        write(request.label, done, Math.min(BATCH, request.count - done))
      return null
    case 'flash':
      flash(request.text)
      return null
    case 'retry':
      return handlers['sync.retryNow'](null)
    case 'prefer':
      return handlers['links.setMode']({ id: request.link, mode: 'forced' })
    case 'state':
      return { ...(await handlers['sync.state'](null)), now: (await handlers['links.now'](null)).links }
    case 'hashes':
      return store.db
        .prepare<[], { hash: Uint8Array }>('SELECT hash FROM event')
        .all()
        .map(({ hash }) => Buffer.from(hash).toString('hex'))
        .toSorted()
    case 'holds':
      return store.db
        .prepare<[string], { count: number }>('SELECT count(*) AS count FROM event WHERE kind = ?')
        .get(request.kind)?.count
  }
}

function write(label: string, from: number, count: number): void {
  const drafts = Array.from({ length: count }, (_, index) => ({
    kind: 'log.entered' as const,
    entity: `log:${label}-${from + index}`,
    body: { at: Date.now(), text: `${label}：巡查第${from + index}次，水位正常，道路通行` },
  }))
  store.append(drafts, { author: null })
}

/** A life-safety order: lane 0. */
function flash(text: string): void {
  const body = {
    no: 'A01',
    title: text,
    detail: '',
    to: { kind: 'team' as const, id: 'team-1', name: '应急队' },
    at: Date.now(),
    means: 'phone' as const,
    dueAt: null,
    urgency: 'life-safety' as const,
  }
  store.append([{ kind: 'task.issued', entity: `task:${text}`, body }], { author: null })
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    answer(JSON.parse(line) as NetRequest).then(
      (value) => console.log(JSON.stringify({ ok: value ?? null })),
      (error: unknown) => console.log(JSON.stringify({ error: String(error) })),
    )
  })
  .on('close', () => void desk.close().then(() => process.exit(0)))
console.log('ready')
