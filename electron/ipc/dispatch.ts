import type { IpcResult } from '../../shared/ipc/result.ts'

type Details = Readonly<Record<string, string | number>>

/** The part of a zod schema used here, so that any schema library with `safeParse` will do. */
interface Schema {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { message: string } }
}

export type ContractShape = Readonly<Record<string, { readonly args: Schema }>>
export type HandlersFor<Contract extends ContractShape> = {
  // `never`: each handler takes its own channel's arguments; dispatch only calls it with what that channel's schema parsed.
  readonly [Channel in keyof Contract]: (args: never) => unknown
}
export type Dispatch = (channel: string, args: unknown) => Promise<IpcResult>

export function refuse(code: string, message: string, details: Details = {}): IpcResult {
  return { ok: false, error: { code, message, details } }
}

/**
 * A refusal is an Error whose `code` starts with a lower-case letter (`task.alreadyClosed`): it is the desk's own answer
 * and goes to the page as it is. Codes of Node (ENOSPC) and SQLite (SQLITE_FULL) are upper-case and count as faults.
 */
export function isRefusal(error: unknown): error is Error & { code: string; details?: Details } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z]/.test(error.code)
}

/**
 * The one path from a channel's name to its handler: parse → allowed now → handler → result. Never throws and never leaves a call
 * unanswered. `onFault` gets what went wrong inside; the page gets only a code, never a stack trace.
 */
export function createDispatch<Contract extends ContractShape>(
  contract: Contract,
  handlers: HandlersFor<Contract>,
  onFault: (channel: string, error: unknown) => void,
  /** Whether the channel may be asked now, with nobody signed in. */
  mayAsk: (channel: string) => boolean = () => true,
): Dispatch {
  return async (channel, args) => {
    if (!Object.hasOwn(contract, channel)) return refuse('ipc.unknownChannel', `no channel ${JSON.stringify(channel)}`)
    const parsed = contract[channel as keyof Contract]?.args.safeParse(args)
    if (!parsed?.success) return refuse('ipc.badArguments', parsed?.error.message ?? 'no schema')
    if (!mayAsk(channel)) return refuse('session.signInFirst', 'nobody is signed in')
    try {
      return { ok: true, value: await handlers[channel as keyof Contract](parsed.data as never) }
    } catch (error) {
      if (isRefusal(error)) return refuse(error.code, error.message, error.details)
      onFault(channel, error)
      return refuse('ipc.fault', 'the desk could not do this; see its log')
    }
  }
}
