/** One sheet of paper in words: what every printed list of the desk holds. */
export interface PrintSheet {
  readonly title: string
  /** Left and right of the line below the title: township and day range, head code. */
  readonly facts: readonly string[]
  readonly columns: readonly { readonly title: string }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Lines to sign on, by their words: 值班员, 带班领导. */
  readonly signatures?: readonly string[]
}
