export type Shape =
  | 'dot'
  | 'ring'
  | 'check'
  | 'double'
  | 'triangle'
  | 'octagon'
  | 'square'
  | 'diamond'
  | 'arrow'
  | 'cross'

/** Outlines in a box of 16 × 16, filled with the text colour. */
const PATHS: Readonly<Record<Shape, string>> = {
  dot: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z',
  ring: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6z',
  check: 'M6.4 13 1.8 8.4l1.7-1.7 2.9 2.9 6.1-6.1 1.7 1.7z',
  double: 'M4.6 12.4.6 8.4 2 7l2.6 2.6 5-5L11 6zm5.2 0-1.9-1.9 1.4-1.4.5.5 4.8-4.9L16 6.1z',
  triangle: 'M8 1.5 15.5 14.5H.5z',
  octagon: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  square: 'M2 2h12v12H2z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8z',
  arrow: 'M8 1.5 14 8h-4v6.5H6V8H2z',
  cross: 'M3.6 2 8 6.4 12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.6L8 9.6 3.6 14 2 12.4 6.4 8 2 3.6z',
}

/** A small solid shape beside a word, so that colour is never the only sign. Hidden from screen readers: the word says it. */
export function ShapeIcon({ shape }: { readonly shape: Shape }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[shape]} />
    </svg>
  )
}
