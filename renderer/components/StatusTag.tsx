import type { ReactNode } from 'react'
import { type Shape, ShapeIcon } from './ShapeIcon.tsx'

export type Tone = 'mute' | 'info' | 'good' | 'warn' | 'bad' | 'drill'

const SHAPE_OF: Readonly<Record<Tone, Shape>> = {
  mute: 'ring',
  info: 'dot',
  good: 'check',
  warn: 'triangle',
  bad: 'octagon',
  drill: 'diamond',
}

export interface StatusTagProps {
  readonly tone: Tone
  /** Another shape than the tone's own; null for none where the word says it all. */
  readonly shape?: Shape | null
  readonly children: ReactNode
}

/** A state in one word: colour, shape and word say the same. Passes contrast in both themes (antd's filled Tag does not). */
export function StatusTag({ tone, shape = SHAPE_OF[tone], children }: StatusTagProps) {
  return (
    <span className="tag" data-tone={tone}>
      {shape ? <ShapeIcon shape={shape} /> : null}
      {children}
    </span>
  )
}
