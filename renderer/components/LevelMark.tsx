import { useTranslation } from 'react-i18next'
import { type Shape, ShapeIcon } from './ShapeIcon.tsx'

/** 1 特别重大 (红), 2 重大 (橙), 3 较大 (黄), 4 一般 (蓝). */
export type Level = 1 | 2 | 3 | 4

const SHAPES: Readonly<Record<Level, Shape>> = { 1: 'octagon', 2: 'triangle', 3: 'diamond', 4: 'square' }

/** Level of an incident: colour, shape and word. Null: not graded yet (未定级). */
export function LevelMark({ level }: { readonly level: Level | null }) {
  const { t } = useTranslation()
  if (level === null)
    return (
      <span className="mark" data-tone="mute">
        <ShapeIcon shape="ring" />
        {t('level.none')}
      </span>
    )
  return (
    <span className="mark" data-level={level}>
      <ShapeIcon shape={SHAPES[level]} />
      {t(`level.${level}`)}
    </span>
  )
}
