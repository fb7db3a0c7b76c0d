import { z } from 'zod'
import { longText, personRef } from '../values.ts'

/** Posts of a shift: 值班员 and 带班领导. Each is one entity, so that two who take over at once are seen. */
export const POSTS = ['officer', 'leader'] as const
export type Post = (typeof POSTS)[number]

export const dutyEntity = (post: Post): string => `duty-${post}`

export const dutyBodies = {
  /** 接班. `from` is whom the person relieves, absent when nobody was on duty. */
  'duty.taken': z.object({ person: personRef, from: personRef.optional(), note: longText }),
} as const
