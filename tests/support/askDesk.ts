import type { Page } from 'playwright-core'
import type { ArgsOf, ChannelName, ResultOf } from '../../shared/ipc/contract.ts'
import type { Bridge, IpcResult } from '../../shared/ipc/result.ts'

/** Asks the desk through the page's own bridge. */
export async function askRaw(page: Page, channel: string, args: unknown): Promise<IpcResult> {
  return page.evaluate(
    ([name, given]) => (window as unknown as { zhenshou: Bridge }).zhenshou.invoke(name as string, given),
    [channel, args] as const,
  )
}

/** @throws when the desk refuses. */
export async function askDesk<C extends ChannelName>(page: Page, channel: C, args: ArgsOf<C>): Promise<ResultOf<C>> {
  const answer = await askRaw(page, channel, args)
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${answer.error.message}`)
  return answer.value as ResultOf<C>
}
