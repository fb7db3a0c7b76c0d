import type { Page } from 'playwright-core'
import type { ArgsOf, ChannelName, ResultOf } from '../../shared/ipc/contract.ts'
import type { Bridge, IpcResult } from '../../shared/ipc/result.ts'

/** Asks the desk as the page does: through its bridge in Electron, over HTTP under its own address in a browser. */
export async function askRaw(page: Page, channel: string, args: unknown): Promise<IpcResult> {
  return page.evaluate(
    async ([name, given]) => {
      const bridge = (window as { readonly zhenshou?: Bridge }).zhenshou
      if (bridge) return bridge.invoke(name, given)
      const answer = await fetch(new URL(`api/${name}`, document.baseURI), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      })
      return (await answer.json()) as IpcResult
    },
    [channel, args] as const,
  )
}

/** @throws when the desk refuses. */
export async function askDesk<C extends ChannelName>(page: Page, channel: C, args: ArgsOf<C>): Promise<ResultOf<C>> {
  const answer = await askRaw(page, channel, args)
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${answer.error.message}`)
  return answer.value as ResultOf<C>
}
