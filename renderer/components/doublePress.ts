/** ms: as long as the systems' own double press. */
const DOUBLE_PRESS_MS = 500

/** Whether a key came so soon after something appeared that it was meant for what stood there before. Both as `performance.now()`. */
export function isDoublePress(appearedAt: number, pressedAt: number): boolean {
  return pressedAt - appearedAt < DOUBLE_PRESS_MS
}
