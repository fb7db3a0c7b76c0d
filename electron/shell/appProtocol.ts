import { protocol } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from './appOrigin.ts'
import { readStatic } from './staticFiles.ts'

/** Must run before the app is ready, and synchronously: later Chromium takes no more schemes. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the built page at app://zhenshou/. No other host of the scheme exists. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return new Response(null, { status: 404 })
    const { status, headers, body } = await readStatic(folder, url.pathname)
    // A style sheet answered with any status is taken for an empty one over this scheme (Chromium 130), and the page drawn without it.
    if (status === 503) return Response.error()
    return new Response(body, { status, headers })
  })
}
