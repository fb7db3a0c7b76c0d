import type { TFunction } from 'i18next'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { stateOf } from './model.ts'

/** Columns of the people ledger. */
export function peopleColumns(t: TFunction): readonly LedgerColumn<PersonLine>[] {
  const roles = (person: PersonLine) =>
    person.roles.map((role) => t(`people:role.${role}`)).join(t('common:list.comma'))
  const state = (person: PersonLine) =>
    person.merged
      ? t('people:state.merged', { into: person.merged.name })
      : t(`people:state.${person.revoked ? 'revoked' : 'active'}`)
  return [
    { key: 'name', title: t('people:column.name'), width: 130, pinned: true, value: ({ name }) => name },
    { key: 'post', title: t('people:column.post'), value: ({ post }) => post || null },
    { key: 'phone', title: t('people:column.phone'), width: 160, value: ({ phone }) => phone || null },
    { key: 'roles', title: t('people:column.roles'), value: (person) => roles(person) || null },
    {
      key: 'access',
      title: t('people:column.access'),
      width: 150,
      value: ({ access, roles: held }) => (held.length === 0 ? null : t(`people:access.${access}`)),
    },
    {
      key: 'state',
      title: t('people:column.state'),
      width: 170,
      value: state,
      render: (person) => (
        <StatusTag
          tone={{ active: 'good', revoked: 'bad', merged: 'mute' }[stateOf(person)] as 'good' | 'bad' | 'mute'}
        >
          {state(person)}
        </StatusTag>
      ),
    },
    {
      key: 'contested',
      title: t('people:column.contested'),
      width: 120,
      hidden: true,
      value: ({ contested }) => (contested.length > 0 ? t('common:mark.concurrent') : null),
    },
  ]
}
