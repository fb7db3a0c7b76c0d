import { z } from 'zod'
import { personRef, reason, requiredText, role, shortText } from '../values.ts'

const roles = z.array(role).max(5)
const person = z.object({ name: requiredText, phone: shortText, post: shortText })

export const personBodies = {
  'person.added': person.partial({ phone: true, post: true }).extend({ roles }),
  'person.edited': z.object({ set: person.partial() }),
  /** Two consoles may each add a role: both hold. */
  'person.rolesChanged': z.object({ add: roles, remove: roles }),
  'person.merged': z.object({ into: personRef, reason }),
  'person.unmerged': z.object({ reason }),
  /** May no longer act at the township's consoles. What the person still wrote where this had not arrived is kept and flagged. */
  'person.revoked': z.object({ reason }),
  'person.reinstated': z.object({ reason }),
} as const
