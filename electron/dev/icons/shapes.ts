// The sign of the console: a lamp that burns below a roof. 宀, the roof of 守 (to guard), and who keeps watch under it.
// All lengths are parts of the picture's edge; (0, 0) is the upper left corner.

/** Red, green, blue, opacity; each 0…1. */
export type Colour = readonly [number, number, number, number]
/** The colour at a point, laid over what is below. */
export type Layer = (x: number, y: number) => Colour | null

const WHITE: Colour = [1, 1, 1, 1]
const BLACK: Colour = [0, 0, 0, 1]
const AMBER: Colour = [1, 0.74, 0.2, 1]
const RED: Colour = [1, 0.3, 0.29, 1]

const LAMP = { x: 0.5, y: 0.67, r: 0.165 }
/** Ends of the roof's strokes: the dot on top, the beam, its two ends turned down. */
const ROOF: readonly (readonly [number, number, number, number])[] = [
  [0.5, 0.17, 0.5, 0.29],
  [0.19, 0.36, 0.81, 0.36],
  [0.19, 0.36, 0.19, 0.49],
  [0.81, 0.36, 0.81, 0.49],
]
const STROKE = 0.052

function distanceToStroke(x: number, y: number, [ax, ay, bx, by]: (typeof ROOF)[number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function roof(colour: Colour): Layer {
  return (x, y) => (ROOF.some((stroke) => distanceToStroke(x, y, stroke) <= STROKE) ? colour : null)
}

function lamp(colour: Colour): Layer {
  return (x, y) => (Math.hypot(x - LAMP.x, y - LAMP.y) <= LAMP.r ? colour : null)
}

/** The light around the lamp; fades out before it reaches the roof. */
function glow([red, green, blue]: Colour): Layer {
  return (x, y) => {
    const far = (Math.hypot(x - LAMP.x, y - LAMP.y) - LAMP.r) / 0.16
    return far > 0 && far < 1 ? [red, green, blue, 0.45 * (1 - far) ** 2] : null
  }
}

/** The night: a rounded square, lighter above. */
function night(radius: number): Layer {
  return (x, y) => {
    const [dx, dy] = [Math.abs(x - 0.5) - 0.5 + radius, Math.abs(y - 0.5) - 0.5 + radius]
    const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
    if (outside > 0) return null
    return [0.07 - 0.04 * y, 0.4 - 0.22 * y, 0.84 - 0.32 * y, 1]
  }
}

/** Icon of the program. */
export const appIcon: readonly Layer[] = [night(0.21), glow(AMBER), lamp(AMBER), roof(WHITE)]
/** In the status area, small: no glow, and the square fills the little room there is. */
export const trayIcon: readonly Layer[] = [night(0.16), lamp(AMBER), roof(WHITE)]
/** In the status area while an alarm waits for somebody. */
export const trayAlarmIcon: readonly Layer[] = [night(0.16), lamp(RED), roof(WHITE)]
/** macOS colours it itself: black and opacity only. */
export const trayTemplate: readonly Layer[] = [lamp(BLACK), roof(BLACK)]
