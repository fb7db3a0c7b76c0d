import { useTranslation } from 'react-i18next'
import { type IncidentType, nameOf } from '../../../shared/domain/classification.ts'
import type { Term } from '../../../shared/domain/incident/labels.ts'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'

interface FieldValueProps {
  readonly field: string
  readonly value: Json | object
  readonly types: readonly IncidentType[]
}

/** The value of a field of an incident or call, in the reader's words. */
export function FieldValue({ field, value, types }: FieldValueProps) {
  const { t, i18n } = useTranslation('incidents')
  if (value === null || value === '') return <span className="muted">{t('notKnown')}</span>
  if (field === 'level') return <LevelMark level={value as Level} />
  if ((field === 'at' || field === 'reportedAt') && typeof value === 'number') return <BeijingTime ms={value} />
  if (field === 'type') return nameOf(types, value as unknown as Term, i18n.language)
  if (typeof value !== 'object' || Array.isArray(value)) return String(value)
  // References and terms: number and title, or the name.
  const { no, title, name } = value as { no?: string; title?: string; name?: string }
  return [no, title, name].filter(Boolean).join(' ')
}
