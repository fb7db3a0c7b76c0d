import { z } from 'zod'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { parseWhen } from '../intake/when.ts'

const shape = z.object({
  figures: z.record(z.string(), z.string()),
  source: z.string(),
  at: z.string(),
  note: z.string(),
})

/** Figures half typed, each as it was typed. */
export type FiguresDraft = z.output<typeof shape>

export const EMPTY_FIGURES: FiguresDraft = { figures: {}, source: '', at: '', note: '' }

export function readFiguresDraft(kept: unknown): FiguresDraft | null {
  const parsed = shape.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** Null: nothing worth keeping. A time is kept with its date: 2240 would be another day's tomorrow. */
export function figuresDraftOf(typed: FiguresDraft, now: number): FiguresDraft | null {
  const texts = [...Object.values(typed.figures), typed.source, typed.at, typed.note]
  if (texts.every((text) => text.trim() === '')) return null
  const at = typed.at.trim() === '' ? null : parseWhen(typed.at, now)
  return at === null ? typed : { ...typed, at: formatBeijing(at, 'full') }
}
