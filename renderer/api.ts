import type { Bridge, IpcResult } from '../shared/ipc/result.ts'

/**
 * The page's only door. In Electron the preload script put the bridge on `window`; in the browser host the same questions
 * go over HTTP under the page's own address, which holds the token.
 */
export const bridge: Bridge = (globalThis as { readonly zhenshou?: Bridge }).zhenshou ?? createHttpBridge()

function createHttpBridge(): Bridge {
  return {
    async invoke(channel, args) {
      const response = await fetch(new URL(`api/${encodeURIComponent(channel)}`, document.baseURI), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args ?? null),
      })
      return (await response.json()) as IpcResult
    },
    onChange(listener) {
      const events = new EventSource(new URL('events', document.baseURI))
      events.onmessage = (event: MessageEvent<string>) => listener(JSON.parse(event.data))
      return () => events.close()
    },
  }
}
