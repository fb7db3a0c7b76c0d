import { useTranslation } from 'react-i18next'
import { LEVELS, type Level } from '../../shared/domain/incident/levels.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { heading } from './heading.ts'
import { LevelMark } from './LevelMark.tsx'

interface LevelChoiceProps {
  readonly value: Level
  onChange(level: Level): void
}

/** One of the grades; arrows choose. */
export function LevelChoice({ value, onChange }: LevelChoiceProps) {
  const { t } = useTranslation()
  return (
    <ChoiceField
      label={heading(t('sentences:word.incidentField.level'))}
      className="levels"
      value={value}
      options={LEVELS.map((level) => ({ value: level, label: <LevelMark level={level} /> }))}
      onChange={onChange}
    />
  )
}
