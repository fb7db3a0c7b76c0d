import type { LogFilter, LogLine } from '../../../shared/ipc/log.ts'
import { call } from '../../call.ts'

const PAGE = 500

/**
 * Every line under a filter, oldest first as paper wants it. Null when it was called off.
 * @param onProgress how many were read so far.
 */
export async function collectLines(
  filter: LogFilter,
  signal: AbortSignal,
  onProgress: (count: number) => void,
): Promise<readonly LogLine[] | null> {
  const lines: LogLine[] = []
  let before: { readonly atMs: number; readonly id: number } | null = null
  do {
    const page: Awaited<ReturnType<typeof call<'log.page'>>> = await call('log.page', { filter, before, limit: PAGE })
    if (signal.aborted) return null
    lines.push(...page.lines)
    onProgress(lines.length)
    before = page.next
  } while (before !== null)
  return lines.toReversed()
}
