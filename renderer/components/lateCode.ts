/** The code of a part of the page could not be read from the disk; that it was drawn wrongly is another matter. */
export class UnreadError extends Error {
  override name = 'UnreadError'
}

/** Code that is read when it is first needed, and kept. */
export interface LateCode<Code> {
  /** The same promise every time, also after it failed. @throws {UnreadError} */
  read(): Promise<Code>
  /** Reads what could not be read; what is there stays. @throws {UnreadError} */
  again(): Promise<void>
}

/**
 * @param load `import()`s the code. Chromium 156 keeps no failed import (tried with the file, a file that one imports, or its style
 *   sheet missing): the same import asks the disk again. Chromium 130 keeps it until the window is loaded anew, and a query on the
 *   address would help only where the file itself failed, and run it twice: so there the person is offered a new window.
 * @param mend Before it is read again: what the first attempt left half done.
 */
export function lateCode<Code>(load: () => Promise<Code>, mend: () => Promise<void>): LateCode<Code> {
  let kept: Promise<Code> | null = null
  let failed = false
  const attempt = (first: Promise<void>) =>
    first.then(load).catch((cause: unknown) => {
      failed = true
      throw new UnreadError('a part of the page could not be read', { cause })
    })
  return {
    read() {
      kept ??= attempt(Promise.resolve())
      return kept
    },
    async again() {
      if (!failed) return
      const next = attempt(mend())
      await next
      failed = false
      kept = next
    },
  }
}
