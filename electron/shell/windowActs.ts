export type WindowAct = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'fullScreen' | 'developer'

interface KeyPress {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** What a key press asks of the window; undefined for all others, which belong to the page. */
export function windowActOf(press: KeyPress): WindowAct | undefined {
  if (press.type !== 'keyDown') return undefined
  if (press.key === 'F11') return 'fullScreen'
  if (press.key === 'F12') return 'developer'
  if (press.control === press.meta || press.alt) return undefined
  // Ctrl and = is Ctrl and + without Shift; the key pad has signs of its own but the same names.
  if (press.key === '+' || press.key === '=') return 'zoomIn'
  if (press.key === '-' || press.key === '_') return 'zoomOut'
  if (press.key === '0') return 'zoomReset'
  return undefined
}
