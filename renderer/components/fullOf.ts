/** `maxLength` when the text fills it, for Field's `full`; a password tells nothing about itself. */
export function fullOf(value: string, maxLength: number | undefined, type?: string): number | undefined {
  return maxLength !== undefined && type !== 'password' && value.length >= maxLength ? maxLength : undefined
}
