import type { QueryClient } from '@tanstack/react-query'
import { bridge } from './api.ts'

/** Lets every query whose topics changed read again. @returns the function that ends it. */
export function followChanges(client: QueryClient): () => void {
  return bridge.onChange((change) => {
    const topics = topicsOf(change)
    void client.invalidateQueries({
      predicate: ({ queryKey: [first] }) => topicsOf(first).some((topic) => topics.includes(topic)),
    })
  })
}

function topicsOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && 'topics' in value && Array.isArray(value.topics)
    ? value.topics
    : []
}
