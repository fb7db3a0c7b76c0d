/** What a program did to the files of one folder, in order. Paths are relative to it. */
export type FileOp =
  | { readonly op: 'create'; readonly path: string; readonly truncate: boolean }
  | { readonly op: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly path: string; readonly length: number }
  | { readonly op: 'sync'; readonly path: string }
  | { readonly op: 'rename'; readonly path: string; readonly to: string }
  | { readonly op: 'remove'; readonly path: string }
  /** Not an operation: the console had confirmed these events here. */
  | { readonly op: 'ack'; readonly hashes: readonly string[] }

/**
 * What the lines of `strace -f -y -xx` say was done to `folder`, in order. A call that another thread ran into the middle of comes in
 * two lines, and happened at the second. @throws at a call whose numbers cannot be read: a write at an unknown place is no write.
 */
export async function readTrace(lines: AsyncIterable<string> | Iterable<string>, folder: string): Promise<FileOp[]> {
  const ops: FileOp[] = []
  const started = new Map<string, string>()
  const offsets = new Map<string, number>()
  for await (const line of lines) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (rest.endsWith(' <unfinished ...>')) {
      started.set(thread, rest.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const call = resumed ? `${started.get(thread) ?? ''}${resumed[1]}` : rest
    const op = parseCall(call, folder, offsets)
    if (op) ops.push(op)
  }
  return ops
}

function parseCall(call: string, folder: string, offsets: Map<string, number>): FileOp | null {
  const result = /\)\s+= (-?\d+)/.exec(call)
  if (!result || Number(result[1]) < 0) return null
  const name = call.slice(0, call.indexOf('('))
  const [fd, fdPath = ''] = /\((\d+)<((?:\\x[0-9a-f]{2})*|[^>]*)>/.exec(call)?.slice(1) ?? []
  const path = relative(decode(fdPath), folder)
  switch (name) {
    case 'openat': {
      const opened = relative(textsOf(call)[0]?.toString('utf8') ?? '', folder)
      const handle = /= (\d+)</.exec(call)?.[1]
      if (opened === null || !/O_WRONLY|O_RDWR/.test(call)) return null
      offsets.set(handle ?? '', 0)
      return /O_CREAT|O_TRUNC/.test(call) ? { op: 'create', path: opened, truncate: call.includes('O_TRUNC') } : null
    }
    case 'pwrite64': {
      const [bytes] = textsOf(call)
      return path === null || !bytes ? null : { op: 'write', path, at: lastNumberOf(call), bytes }
    }
    case 'write': {
      const [bytes = Buffer.alloc(0)] = textsOf(call)
      if (fd === '1' && bytes.subarray(0, 4).toString() === 'ack ') {
        return { op: 'ack', hashes: bytes.toString('utf8').trim().slice(4).split(' ') }
      }
      if (path === null) return null
      const at = offsets.get(fd ?? '') ?? 0
      offsets.set(fd ?? '', at + bytes.length)
      return { op: 'write', path, at, bytes }
    }
    case 'ftruncate':
      return path === null ? null : { op: 'truncate', path, length: lastNumberOf(call) }
    case 'fsync':
    case 'fdatasync':
      return path === null ? null : { op: 'sync', path }
    case 'rename':
    case 'renameat':
    case 'renameat2': {
      const [from, to] = textsOf(call).map((text) => relative(text.toString('utf8'), folder))
      return from == null || to == null ? null : { op: 'rename', path: from, to }
    }
    case 'unlink':
    case 'unlinkat': {
      const gone = relative(textsOf(call)[0]?.toString('utf8') ?? '', folder)
      return gone === null ? null : { op: 'remove', path: gone }
    }
    default:
      return null
  }
}

/** The last argument of a call. */
function lastNumberOf(call: string): number {
  const found = /, (\d+)\)\s+= /.exec(call)?.[1]
  if (found === undefined) throw new Error(`no number in what strace wrote: ${call.slice(0, 100)}…${call.slice(-100)}`)
  return Number(found)
}

/** The quoted arguments of a call, as bytes (strace -xx writes every byte as \xNN). */
function textsOf(call: string): readonly Buffer[] {
  return [...call.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) =>
    Buffer.from((match[1] ?? '').replaceAll('\\x', ''), 'hex'),
  )
}

function decode(text: string): string {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex').toString('utf8') : text
}

/** Null outside the folder; '' is the folder itself. The shared-memory file is rebuilt after a power cut and is left out. */
function relative(path: string, folder: string): string | null {
  if (path === folder) return ''
  if (!path.startsWith(`${folder}/`) || path.endsWith('-shm')) return null
  return path.slice(folder.length + 1)
}
