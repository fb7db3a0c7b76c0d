/** Code of the refusal an act ends with; 'done' when it was not refused. */
export function refusalOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}
