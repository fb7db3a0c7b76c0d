import { z } from 'zod'
import { draftReader } from '../../components/draftReader.ts'
import { withItsDay } from '../intake/when.ts'

const shape = z.object({
  figures: z.record(z.string(), z.string()),
  source: z.string(),
  at: z.string(),
  note: z.string(),
})

/** Figures half typed, each as it was typed. */
export type FiguresDraft = z.output<typeof shape>

export const EMPTY_FIGURES: FiguresDraft = { figures: {}, source: '', at: '', note: '' }

export const readFiguresDraft: (kept: unknown) => FiguresDraft | null = draftReader(shape)

/** Null: nothing worth keeping. */
export function figuresDraftOf(typed: FiguresDraft, now: number): FiguresDraft | null {
  const texts = [...Object.values(typed.figures), typed.source, typed.at, typed.note]
  if (texts.every((text) => text.trim() === '')) return null
  return { ...typed, at: withItsDay(typed.at, now) }
}
