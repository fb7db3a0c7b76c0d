import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { kindName } from '../../../shared/domain/team/kinds.ts'
import type { ContestedField } from '../../../shared/ipc/teams.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { teamKinds } from './kinds.ts'

/** What two people set at the same time: all values, so that somebody can check which is right. */
export function ContestedList({ contested }: { readonly contested: readonly ContestedField[] }) {
  const { t, i18n } = useTranslation('teams')
  if (contested.length === 0) return null
  return (
    <section className="teams-contested" aria-label={t('contested.title')}>
      <p>
        <StatusTag tone="warn">{t('contested.title')}</StatusTag> {t('contested.explanation')}
      </p>
      <ul>
        {contested.map(({ field, member, values }) => {
          const what = t(`field.${field}`)
          return (
            <li key={`${member ?? ''} ${field}`}>
              {t('contested.line', {
                what: member === null ? what : t('contested.member', { name: member, what }),
                values: values
                  .map(({ value, by, atMs }) =>
                    t('contested.value', {
                      value: sayValue(field, value, t, i18n.language),
                      by,
                      at: formatBeijing(atMs, 'monthDay'),
                    }),
                  )
                  .join(t('contested.separator')),
              })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A value as a person would say it: words for states and kinds, members of a compound one after another, no ids. */
function sayValue(field: string, value: Json, t: TFunction<'teams'>, language: string): string {
  if (value === null || value === '') return t('contested.empty')
  if (field === 'kind') return kindName(teamKinds, String(value), language)
  if (field === 'state') return t(`state.${String(value)}`)
  if (typeof value !== 'object') return String(value)
  const parts = Array.isArray(value)
    ? value.map((part: Json) => sayValue('', part, t, language))
    : Object.entries(value).flatMap(([key, part]) =>
        key === 'id' || part === '' ? [] : [sayValue(key, part, t, language)],
      )
  return parts.join(' ') || t('contested.empty')
}
