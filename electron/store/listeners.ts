/** Who wants to hear of something. */
export interface Listeners<T> {
  /** @returns a function that ends the subscription. */
  add(listener: (news: T) => void): () => void
  /** Tells all. What listeners do with news that is durable already cannot make it undone: one that fails is reported, no more. */
  tell(news: T): void
}

export function createListeners<T>(): Listeners<T> {
  const all = new Set<(news: T) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell(news) {
      for (const listener of all) {
        try {
          listener(news)
        } catch (error) {
          console.error('[store] a listener failed', error)
        }
      }
    },
  }
}
