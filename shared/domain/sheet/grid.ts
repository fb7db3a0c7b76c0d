/** One cell as a file holds it. `text` is what it says; formulas count by their stored result. */
export interface GridCell {
  readonly text: string
  /** `formulaEmpty`: a formula whose result the file does not hold; `error`: #REF! and the like. */
  readonly kind: 'text' | 'number' | 'date' | 'formulaEmpty' | 'error'
}

/** Rows and columns counted from 0, all four inclusive. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet of a file, as read: nothing interpreted yet. */
export interface Grid {
  readonly name: string
  /** Row by row; a row may be shorter than others. Cells covered by a merged one are null. */
  readonly rows: readonly (readonly (GridCell | null)[])[]
  readonly merges: readonly MergedArea[]
}

/** A for 0, Z for 25, AA for 26. */
export function columnLetter(column: number): string {
  let rest = column + 1
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** Such as C7: the way Excel, WPS and LibreOffice name a cell. Row and column counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`
}

/** A grid with its merged cells at hand. */
export interface MergedGrid extends Grid {
  readonly width: number
  /** The merged area that covers a cell, or null. */
  areaAt(row: number, column: number): MergedArea | null
  /** The cell itself, or the one it is merged into. */
  cellAt(row: number, column: number): GridCell | null
}

export function withMerges(grid: Grid): MergedGrid {
  const areas = new Map<string, MergedArea>()
  for (const area of grid.merges) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) areas.set(`${row},${column}`, area)
    }
  }
  const areaAt = (row: number, column: number) => areas.get(`${row},${column}`) ?? null
  return {
    ...grid,
    width: Math.max(0, ...grid.rows.map((row) => row.length), ...grid.merges.map((area) => area.right + 1)),
    areaAt,
    cellAt(row, column) {
      const area = areaAt(row, column)
      return (area ? grid.rows[area.top]?.[area.left] : grid.rows[row]?.[column]) ?? null
    },
  }
}
