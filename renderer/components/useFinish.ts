import { useNotices } from './notices.ts'
import type { Outcome } from './useAct.ts'

/** Ends a form: when its act was done, says so and closes; after a refusal everything stays as it was typed. */
export function useFinish(
  onDone: () => void,
): <Value>(act: Promise<Outcome<Value>>, say: string | ((value: Value) => string)) => Promise<void> {
  const { tell } = useNotices()
  return async (act, say) => {
    const answer = await act
    if (!answer.ok) return
    tell('good', typeof say === 'string' ? say : say(answer.value))
    onDone()
  }
}
