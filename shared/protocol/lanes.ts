/** 0 flash, 1 command, 2 routine. A lane is fixed when the event is written and never changes. */
export type Lane = 0 | 1 | 2
export const LANES: readonly Lane[] = [0, 1, 2]

export function isLane(value: unknown): value is Lane {
  return value === 0 || value === 1 || value === 2
}
