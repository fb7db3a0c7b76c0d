import type { WantedFile } from '../../store/repositories/attachments.ts'

/** Why a file does not move: the county would not have or give it, this disk did not take it, or what is here is damaged. */
export type Refusal = 'county' | 'disk' | 'damaged'

/** What is not tried again on a connection, and why. */
export interface Refusals {
  /** @param size of that size alone, as some record says; else whatever its size */
  add(sha: string, why: Refusal, size?: number): void
  has(file: Pick<WantedFile, 'sha' | 'size'>): boolean
  /** Null for what was not refused. */
  of(sha: string): Refusal | null
  /** A person wants it anew. */
  forgive(sha: string): void
  /** Much may have changed: what this disk did not take is tried again. */
  tryDiskAgain(): void
}

export function createRefusals(): Refusals {
  const files = new Map<string, Refusal>()
  const sizes = new Map<string, Set<number>>()

  return {
    add(sha, why, size) {
      if (size === undefined) files.set(sha, why)
      else sizes.set(sha, (sizes.get(sha) ?? new Set()).add(size))
    },
    has: ({ sha, size }) => files.has(sha) || (sizes.get(sha)?.has(size) ?? false),
    of: (sha) => files.get(sha) ?? (sizes.has(sha) ? 'county' : null),
    forgive(sha) {
      files.delete(sha)
      sizes.delete(sha)
    },
    tryDiskAgain() {
      for (const [sha, why] of files) if (why === 'disk') files.delete(sha)
    },
  }
}
