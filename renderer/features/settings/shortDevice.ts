/** Enough to name a device on the phone, in groups of four; the letter before it says whose side it is on. */
export function shortDevice(device: string): string {
  return device
    .slice(1, 9)
    .toUpperCase()
    .replace(/(.{4})/, '$1-')
}
