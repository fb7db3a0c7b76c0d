import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const FOLDER = join(import.meta.dirname, 'peer')

/** The peer's packages, from their own lockfile, once. */
async function install(): Promise<void> {
  if (existsSync(join(FOLDER, 'node_modules', 'pouchdb', 'package.json'))) return
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`npm ci of tests/bench/sync/peer ended with ${String(code)}`)
}

interface Replication {
  readonly documents: number
  readonly seconds: number
  /** TCP payload both ways; 0 when it was not counted. */
  readonly bytes: number
}

/** PouchDB replicates documents to a CouchDB-compatible server, each a process of its own, both at their defaults. */
export async function measurePeer(
  folder: string,
  documents: readonly string[],
  countBytes: boolean,
): Promise<Replication> {
  await install()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'documents.jsonl')
  writeFileSync(file, documents.join('\n'))
  const server = spawn(process.execPath, [join(FOLDER, 'server.js'), join(folder, 'server')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const port = Number(await firstLine(server.stdout))
    const counter = countBytes ? await startByteCounter(port) : null
    const client = spawn(
      process.execPath,
      [join(FOLDER, 'replicate.js'), join(folder, 'client'), file, `http://127.0.0.1:${counter?.port ?? port}/events`],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const line = await firstLine(client.stdout)
    counter?.close()
    const { documents: count, seconds } = JSON.parse(line) as { readonly documents: number; readonly seconds: number }
    return { documents: count, seconds, bytes: counter?.bytes() ?? 0 }
  } finally {
    server.kill('SIGKILL')
  }
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((done, fail) => {
    const lines = createInterface({ input: stream })
    lines.once('line', done)
    lines.once('close', () => fail(new Error('the peer ended without a word')))
  })
}

interface ByteCounter {
  readonly port: number
  bytes(): number
  close(): void
}

async function startByteCounter(toPort: number): Promise<ByteCounter> {
  let bytes = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (chunk) => {
        bytes += chunk.length
        to.write(chunk)
      })
      from.on('error', () => undefined)
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    bytes: () => bytes,
    close() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
