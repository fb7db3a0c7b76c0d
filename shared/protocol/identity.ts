import { toHex } from './hex.ts'
import type { Primitives } from './primitives.ts'

/** Whose chain it is: a township's console or the county hub. Part of the id, so nobody can change sides. */
export type Side = 'township' | 'county'

/** Id of a device or hub: a letter for its side and 120 bits of the SHA-256 of its Ed25519 public key. */
export function originOf(publicKey: Uint8Array, side: Side, { sha256 }: Pick<Primitives, 'sha256'>): string {
  return (side === 'county' ? 'h' : 'd') + toHex(sha256(publicKey)).slice(0, 30)
}

export function sideOf(origin: string): Side {
  return origin.startsWith('h') ? 'county' : 'township'
}

/** Name of an epoch: which one it is on this device, and 32 random bits so that two restores of one backup differ. */
export function epochName(counter: number, random: Uint8Array): string {
  return `${counter}-${toHex(random.slice(0, 4))}`
}

export function epochCounter(epoch: string): number {
  return Number.parseInt(epoch, 10) || 0
}
