import type { Bounds } from './shellSettings.ts'

export const LEAST_SIZE = { width: 1024, height: 640 } as const
const FIRST_SIZE = { width: 1366, height: 768 } as const

export interface WindowPlace {
  /** Without x and y the system places the window. */
  readonly bounds: Bounds | { readonly width: number; readonly height: number }
  readonly maximized: boolean
}

/**
 * Where to open the window: where it was, if a good part of it is still on a screen (a projector may be gone); on a screen that
 * it fills anyway, filling it.
 * @param areas the free part of each screen, the main one first.
 */
export function placeWindow(kept: Bounds | null, maximized: boolean, areas: readonly Bounds[]): WindowPlace {
  const area = areas.toSorted((a, b) => shared(kept, b) - shared(kept, a))[0]
  if (kept && area && shared(kept, area) * 2 >= kept.width * kept.height) {
    return { bounds: pushInside(kept, area), maximized }
  }
  const main = areas[0]
  const isSmall = main !== undefined && (main.width <= FIRST_SIZE.width || main.height <= FIRST_SIZE.height)
  return { bounds: FIRST_SIZE, maximized: maximized || isSmall }
}

/** Area that two rectangles share. */
function shared(a: Bounds | null, b: Bounds): number {
  if (!a) return 0
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Wholly on the screen: the title bar must be there to be taken hold of. */
function pushInside({ x, y, width, height }: Bounds, area: Bounds): Bounds {
  const [fitWidth, fitHeight] = [Math.min(width, area.width), Math.min(height, area.height)]
  return {
    x: Math.min(Math.max(x, area.x), area.x + area.width - fitWidth),
    y: Math.min(Math.max(y, area.y), area.y + area.height - fitHeight),
    width: fitWidth,
    height: fitHeight,
  }
}
