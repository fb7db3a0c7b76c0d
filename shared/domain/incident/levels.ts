import { z } from 'zod'

/** Grades of an incident (突发事件应对法 art. 3), the gravest last. `undetermined` (待定): nobody has graded it yet. */
export const LEVELS = ['undetermined', 'ordinary', 'relativelySerious', 'serious', 'especiallySerious'] as const
export const level = z.enum(LEVELS)
export type Level = z.infer<typeof level>

/** 0 undetermined … 4 especially serious: for sorting and comparing. */
export function levelRank(of: Level): number {
  return LEVELS.indexOf(of)
}

/** 较大 and above travel in the flash lane. */
export function isGrave(of: Level | null | undefined): boolean {
  return of != null && levelRank(of) >= levelRank('relativelySerious')
}
