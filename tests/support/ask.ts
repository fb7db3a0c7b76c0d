import type { Desk } from '../../electron/desk.ts'
import { type ArgsOf, type ChannelName, contract, type ResultOf } from '../../shared/ipc/contract.ts'

/** Asks the desk as the page would, for channels that answer at once. @throws {CommandError} what the desk refuses. */
export function ask<C extends ChannelName>(desk: Pick<Desk, 'handlers'>, channel: C, args: ArgsOf<C>): ResultOf<C> {
  // The contract pairs each channel with its own arguments and answer, which TypeScript cannot follow through a variable.
  const answer: unknown = desk.handlers[channel](contract[channel].args.parse(args) as never)
  if (answer instanceof Promise) throw new TypeError(`${channel} answers later: await it`)
  return answer as ResultOf<C>
}

/** The same for channels that answer later. Rejects with what the desk refuses. */
export async function askLater<C extends ChannelName>(
  desk: Pick<Desk, 'handlers'>,
  channel: C,
  args: ArgsOf<C>,
): Promise<ResultOf<C>> {
  // The contract pairs each channel with its own arguments and answer, which TypeScript cannot follow through a variable.
  return (await (desk.handlers[channel](contract[channel].args.parse(args) as never) as unknown)) as ResultOf<C>
}
