import { useTranslation } from 'react-i18next'
import type { IncidentType } from '../../../shared/domain/classification.ts'
import type { IncidentFields } from '../../../shared/domain/incident/events.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { ContestView } from './ContestView.tsx'
import { FieldValue } from './FieldValue.tsx'
import type { Contest } from './model.ts'
import './facts.css'

interface FactsViewProps {
  readonly fields: IncidentFields
  readonly contests: readonly Contest[]
  readonly types: readonly IncidentType[]
  onChoose(field: string, value: Json): void
}

/** Always shown, also when nothing is known of them. */
const MAIN = ['type', 'at', 'village', 'place'] as const
/** Shown once somebody wrote them (首报 fields). */
const TEXTS = ['description', 'scope', 'trend', 'leaders', 'measures', 'advice'] as const

/** What is known of the incident as a whole. */
export function FactsView({ fields, contests, types, onChoose }: FactsViewProps) {
  const { t } = useTranslation('incidents')
  const name = (field: string) => t(`sentences:word.incidentField.${field}`)
  return (
    <>
      {contests.map((contest) => (
        <ContestView
          key={contest.field}
          contest={contest}
          name={name(contest.field)}
          types={types}
          onChoose={(value) => onChoose(contest.field, value)}
        />
      ))}
      <dl className="incident-facts">
        {MAIN.map((field) => (
          <div key={field}>
            <dt>{name(field)}</dt>
            <dd>
              <FieldValue field={field} value={fields[field]} types={types} />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="incident-texts">
        {TEXTS.filter((field) => fields[field] !== '').map((field) => (
          <div key={field}>
            <dt>{name(field)}</dt>
            <dd>{fields[field]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
