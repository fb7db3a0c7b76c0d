import { useTranslation } from 'react-i18next'
import type { Level } from '../../shared/domain/incident/levels.ts'
import { type Shape, ShapeIcon } from './ShapeIcon.tsx'

const SHAPES: Readonly<Record<Level, Shape>> = {
  especiallySerious: 'octagon',
  serious: 'triangle',
  relativelySerious: 'diamond',
  ordinary: 'square',
  undetermined: 'ring',
}

export interface LevelMarkProps {
  readonly level: Level
}

/** Level of an incident: colour (红橙黄蓝), shape and word. */
export function LevelMark({ level }: LevelMarkProps) {
  const { t } = useTranslation()
  return (
    <span className="mark" data-level={level}>
      <ShapeIcon shape={SHAPES[level]} />
      {t(`level.${level}`)}
    </span>
  )
}
