/**
 * Waits until `read` gives a value that `fits`, asking again after each turn of the event loop and whatever timers are due.
 * @throws when it does not happen in `ms`; the last value is in the message.
 */
export async function waitFor<T>(read: () => T | Promise<T>, fits: (value: T) => boolean, ms = 15_000): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const value = await read()
    if (fits(value)) return value
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain; last: ${JSON.stringify(value)}`)
    await new Promise((next) => setTimeout(next, 20))
  }
}
