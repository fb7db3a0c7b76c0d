import { closeSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** Overwrites bytes of a file in place, as a bad disk would. */
export function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

/** Flips one bit. */
export function flipBit(path: string, at: number, bit = 0): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ (1 << bit)
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
}

export function truncate(path: string, length: number): void {
  const file = openSync(path, 'r+')
  ftruncateSync(file, length)
  closeSync(file)
}

export function sizeOf(path: string): number {
  return statSync(path).size
}
