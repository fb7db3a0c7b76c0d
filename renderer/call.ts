import type { ArgsOf, ChannelName, ResultOf } from '../shared/ipc/contract.ts'
import { bridge } from './api.ts'

/** A refusal of the desk. `code` is a key below `errors` in the locales; `details` fill its sentence. */
export class DeskError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: string, details: Readonly<Record<string, string | number>>) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Asks the desk. @throws {DeskError} with what it refused and why. */
export async function call<C extends ChannelName>(channel: C, args: ArgsOf<C>): Promise<ResultOf<C>> {
  const answer = await bridge.invoke(channel, args)
  if (!answer.ok) throw new DeskError(answer.error.code, answer.error.details ?? {})
  return answer.value as ResultOf<C>
}
