import type { z } from 'zod'

/** One question the page may ask: the schema its arguments must pass, and the type (only) of the answer. */
export interface Channel<Args extends z.ZodType, Result> {
  readonly args: Args
  /** Never set: it carries the answer's type. Answers come from our own code and are not parsed again. */
  readonly result?: Result
}

/** `channel(schema).answers<Answer>()` */
export function channel<Args extends z.ZodType>(args: Args): { answers<Result>(): Channel<Args, Result> } {
  return { answers: () => ({ args }) }
}
