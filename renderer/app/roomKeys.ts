/** The row of digits, left to right as on the keyboard; with Alt they open the rooms in the order of the rail. */
const CODES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']
  .map((digit) => `Digit${digit}`)
  .concat('Minus', 'Equal')
const SIGNS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '=']

/** `Alt+1` for the first room of the rail; undefined when the row has no key left. */
export function keyOfRoom(index: number): string | undefined {
  const sign = SIGNS[index]
  return sign === undefined ? undefined : `Alt+${sign}`
}

/** Which room a key means, -1 for none. By the key's place, not its character: some layouts write other signs with Alt. */
export function roomOfKey({
  altKey,
  ctrlKey,
  shiftKey,
  code,
}: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'shiftKey' | 'code'>): number {
  return altKey && !ctrlKey && !shiftKey ? CODES.indexOf(code) : -1
}
