import { extname, join, sep } from 'node:path'
import { CONTENT_SECURITY_POLICY } from './appOrigin.ts'
import { readPatiently } from './readPatiently.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface StaticAnswer {
  /** 503: it is there and cannot be read now. */
  readonly status: 200 | 400 | 404 | 503
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

function answer(status: StaticAnswer['status'], type: string, body: Uint8Array<ArrayBuffer>): StaticAnswer {
  return {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body,
  }
}

/**
 * Where in `folder` the URL path `/…` points; undefined when it would leave the folder, however it is spelt: `..` hidden
 * by percent-encoding, a backslash, a NUL, a drive letter.
 */
export function resolveInside(folder: string, urlPath: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (/[\\\0:]/.test(path)) return undefined
  const file = join(folder, path === '/' ? '/index.html' : path)
  return file.startsWith(folder + sep) ? file : undefined
}

/** Answers a request for a file of the built page; the same for Electron's app:// and for the browser host. */
export async function readStatic(folder: string, urlPath: string): Promise<StaticAnswer> {
  const file = resolveInside(folder, urlPath)
  if (!file) return answer(400, 'text/plain', new Uint8Array())
  try {
    return answer(200, TYPES[extname(file)] ?? 'application/octet-stream', new Uint8Array(await readPatiently(file)))
  } catch (error) {
    const missing =
      error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
    if (!missing) console.error('[page]', error)
    return answer(missing ? 404 : 503, 'text/plain', new Uint8Array())
  }
}
