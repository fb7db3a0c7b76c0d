import { listOf, type SentencesOf } from './sentence.ts'

export const personSentences: SentencesOf<'person'> = {
  'person.added': ({ name, roles }, { t }) => ({
    name,
    ...(roles.length > 0
      ? {
          context: 'roles',
          roles: listOf(
            roles.map((role) => t(`people:role.${role}`)),
            t,
          ),
        }
      : {}),
  }),
  'person.edited': (_, { label }) => ({ name: label }),
  'person.rolesChanged': ({ add, remove }, { t, label }) => {
    const words = (roles: typeof add) =>
      listOf(
        roles.map((role) => t(`people:role.${role}`)),
        t,
      )
    const context = add.length === 0 ? { context: 'removed' } : remove.length === 0 ? { context: 'added' } : {}
    return { name: label, added: words(add), removed: words(remove), ...context }
  },
  'person.merged': ({ into, reason }, { label }) => ({ name: label, into: into.name, reason }),
  'person.unmerged': ({ reason }, { label }) => ({ name: label, reason }),
  'person.revoked': ({ reason }, { label }) => ({ name: label, reason }),
  'person.reinstated': ({ reason }, { label }) => ({ name: label, reason }),
}

export const villageSentences: SentencesOf<'village'> = {
  'village.added': ({ name }) => ({ name }),
  'village.edited': (_, { label }) => ({ name: label }),
  'village.assigned': ({ person }, { label }) => ({
    name: label,
    ...(person ? { person: person.name } : { context: 'nobody' }),
  }),
  'village.merged': ({ into, reason }, { label }) => ({ name: label, into: into.name, reason }),
  'village.unmerged': ({ reason }, { label }) => ({ name: label, reason }),
  'village.retired': ({ reason }, { label }) => ({ name: label, reason }),
  'village.restored': ({ reason }, { label }) => ({ name: label, reason }),
}
