/** What the desk needs of its host to hand out files. Absent members: the host cannot (browser), and the page does it. */
export interface DocumentHost {
  /** Asks the person where to save. Null: the person gave up. */
  chooseSavePath?(suggestion: SaveSuggestion): Promise<string | null>
  /** The open page as it would be printed. */
  printPdf?(): Promise<Uint8Array>
}

export interface SaveSuggestion {
  /** With extension. */
  readonly fileName: string
  /** Without the dot. */
  readonly extension: string
}
