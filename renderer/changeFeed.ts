import type { Query, QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { bridge } from './api.ts'
import { coalesce } from './coalesce.ts'

/** Between two redraws that changes cause; the first change after a quiet time is shown at once. */
const REST_MS = 200

/** Lets every query whose topics changed read again. @returns the function that ends it. */
export function followChanges(client: QueryClient): () => void {
  const behind = new Set<Query>()
  /** A first read under way began before this change: its answer is shown, and asked for again. */
  const askAgain = async (query: Query) => {
    if (behind.has(query)) return
    behind.add(query)
    await query.promise?.catch(() => undefined)
    behind.delete(query)
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
  const readAgain = coalesce<string>((topics) => {
    // What was refused because nobody was signed in is asked again once somebody is.
    const signedIn = topics.has('session')
    const predicate = ({ queryKey: [first], state }: Query) =>
      (signedIn && state.status === 'error') || topicsOf(first).some((topic) => topics.has(topic))
    // A later read is begun anew by the library itself; that of a page that was left, and a first one, would stand as fresh.
    const reading = client.getQueryCache().findAll({ fetchStatus: 'fetching', predicate })
    for (const query of reading) if (!query.isActive() || query.state.data === undefined) void askAgain(query)
    void client.invalidateQueries({ predicate })
  }, REST_MS)
  return bridge.onChange((change) => readAgain(topicsOf(change), { relaxed: isRelaxed(change) }))
}

/** Calls `listener` when one of `topics` changed; null for any. Many changes at once are told together. */
export function useChanges(topics: readonly string[] | null, listener: () => void): void {
  const onChange = useEffectEvent((changed: ReadonlySet<string>) => {
    if (topics === null || topics.some((topic) => changed.has(topic))) listener()
  })
  useEffect(() => {
    const tell = coalesce<string>((changed) => onChange(changed), REST_MS)
    return bridge.onChange((change) => tell(topicsOf(change), { relaxed: isRelaxed(change) }))
  }, [])
}

/** Calls `listener` at each change of a topic. @returns the function that ends it. */
export function onTopic(topic: string, listener: () => void): () => void {
  return bridge.onChange((change) => {
    if (topicsOf(change).includes(topic)) listener()
  })
}

function topicsOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && 'topics' in value && Array.isArray(value.topics)
    ? value.topics
    : []
}

function isRelaxed(change: unknown): boolean {
  return typeof change === 'object' && change !== null && 'relaxed' in change && change.relaxed === true
}
