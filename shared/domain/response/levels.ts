import { z } from 'zod'

/**
 * How much is set going: 先期处置 by the township alone, or a response of a level, the lowest first. Which level means what is
 * the plan's business; the record says which one was ordered.
 */
export const RESPONSE_LEVELS = ['firstResponse', 'four', 'three', 'two', 'one'] as const
export const responseLevel = z.enum(RESPONSE_LEVELS)
export type ResponseLevel = (typeof RESPONSE_LEVELS)[number]
