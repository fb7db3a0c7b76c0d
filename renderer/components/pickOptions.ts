export interface PickOption {
  readonly id: string
  readonly label: string
  /** What tells two of the same name apart: a post, a phone. */
  readonly note?: string
}

/** Those whose words hold all that was typed; those that begin with it first. */
export function findOptions(options: readonly PickOption[], typed: string): readonly PickOption[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return options
  const found = options.filter(({ label, note = '' }) => `${label} ${note}`.toLowerCase().includes(wanted))
  const begins = ({ label }: PickOption) => Number(label.toLowerCase().startsWith(wanted))
  return found.toSorted((a, b) => begins(b) - begins(a))
}
