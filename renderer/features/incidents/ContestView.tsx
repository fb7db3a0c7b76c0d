import { useTranslation } from 'react-i18next'
import type { IncidentType } from '../../../shared/domain/classification.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { FieldValue } from './FieldValue.tsx'
import type { Contest } from './model.ts'
import './facts.css'

interface ContestViewProps {
  readonly contest: Contest
  /** What the field is called. */
  readonly name: string
  readonly types: readonly IncidentType[]
  onChoose(value: Json): void
}

/** 并发: several people set one field at the same time. All are shown; choosing one settles it. */
export function ContestView({ contest, name, types, onChoose }: ContestViewProps) {
  const { t } = useTranslation('incidents')
  return (
    <div className="incident-contest">
      <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag>
      <span>{t('contest.ask', { field: name })}</span>
      <ul>
        {contest.options.map(({ value, by, inForce }) => (
          <li key={`${by} ${JSON.stringify(value)}`}>
            <FieldValue field={contest.field} value={value} types={types} />
            <span className="muted">
              {by}
              {inForce ? t('contest.inForce') : ''}
            </span>
            <Button size="small" onClick={() => onChoose(value)}>
              {t('contest.choose')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
