import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf, ChannelName, ResultOf } from '../../shared/ipc/contract.ts'
import { call, DeskError } from '../call.ts'
import { errorSentence } from './errorSentence.ts'
import { useNotices } from './notices.ts'

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: DeskError }

export interface Act<C extends ChannelName> {
  /** Acts; never throws. A refusal is told in the notices (unless `quiet`) and given back. What was typed stays with the caller. */
  run(args: ArgsOf<C>): Promise<Outcome<ResultOf<C>>>
  readonly pending: boolean
  /** The last refusal as a sentence, until the next run; for a place of its own, such as a dialog. */
  readonly problem: string | undefined
}

/**
 * One act of the desk from a page: `const save = useAct('log.enter')`, then `await save.run(args)`.
 * @param options.quiet the page shows `problem` itself.
 */
export function useAct<C extends ChannelName>(channel: C, options: { readonly quiet?: boolean } = {}): Act<C> {
  const { i18n } = useTranslation()
  const { tellError, retract } = useNotices()
  const refused = useRef('')
  // Told to React at once, so that the page knows it before the next key, a second Enter for instance.
  const [running, setRunning] = useState(0)
  const [problem, setProblem] = useState<DeskError | null>(null)
  return {
    async run(args) {
      if (refused.current) retract(refused.current)
      refused.current = ''
      setRunning((before) => before + 1)
      setProblem(null)
      try {
        return { ok: true, value: await call(channel, args) }
      } catch (thrown) {
        const error = thrown instanceof DeskError ? thrown : new DeskError('ipc.fault', {})
        setProblem(error)
        if (!options.quiet) refused.current = tellError(error)
        return { ok: false, error }
      } finally {
        setRunning((before) => before - 1)
      }
    },
    pending: running > 0,
    problem: problem ? errorSentence(problem, i18n) : undefined,
  }
}
