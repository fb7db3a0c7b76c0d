import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ArgsOf, ChannelName, ResultOf } from '../shared/ipc/contract.ts'
import { call } from './call.ts'
import { useWorld } from './world.ts'

/**
 * Reads a channel and reads it again when one of `topics` (aggregates, or session, sync, …) changes.
 * The query key is [...topics joined, channel, args, world].
 */
export function useDesk<C extends ChannelName>(
  channel: C,
  args: ArgsOf<C>,
  topics: readonly string[],
): UseQueryResult<ResultOf<C>> {
  const world = useWorld()
  const queryKey: QueryKey = [{ topics }, channel, args, world]
  return useQuery({ queryKey, queryFn: () => call(channel, args) })
}
