import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVELS, type Level } from '../../shared/domain/incident/levels.ts'
import { LevelMark } from './LevelMark.tsx'

interface LevelChoiceProps {
  readonly value: Level
  onChange(level: Level): void
}

/** One of the grades; arrows choose. */
export function LevelChoice({ value, onChange }: LevelChoiceProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className="choice levels">
      <legend className="field-label">{t('sentences:word.incidentField.level')}</legend>
      <div className="choice-row">
        {LEVELS.map((level) => (
          <label key={level} className="choice-option">
            <input type="radio" name={name} value={level} checked={level === value} onChange={() => onChange(level)} />
            <span>
              <LevelMark level={level} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
