import { canonicalJson } from './canonical.ts'
import { toHex } from './hex.ts'
import type { Random } from './ports.ts'
import type { Primitives } from './primitives.ts'

/**
 * The one-time code an administrator types at a console: 60 secret bits, 60 bits of the hub's id (so that the console knows which
 * hub answers) and a check character, as five groups of five characters without letters that look alike.
 */
export interface EnrolCode {
  /** 15 hexadecimal digits. */
  readonly secret: string
  /** First 15 hexadecimal digits of the hub's id behind its side letter. */
  readonly fingerprint: string
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DIGITS = 15
type Hash = Pick<Primitives, 'sha256' | 'encodeText'>

export function fingerprintOf(hubId: string): string {
  return hubId.slice(1, 1 + DIGITS)
}

export function makeEnrolCode(hubId: string, random: Pick<Random, 'bytes'>): EnrolCode {
  return { secret: toHex(random.bytes(8)).slice(0, DIGITS), fingerprint: fingerprintOf(hubId) }
}

/** The text to type. */
export function formatEnrolCode({ secret, fingerprint }: EnrolCode, hash: Hash): string {
  const bits = [...(secret + fingerprint)]
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('')
  const characters = bits.replace(/.{5}/g, (five) => ALPHABET.charAt(Number.parseInt(five, 2)))
  return (characters + checkCharacter(characters, hash)).replace(/.{5}(?=.)/g, '$&-')
}

/** Reads what a person typed: case, spaces and dashes do not matter, O is 0, I and L are 1. Null when it cannot be a code. */
export function parseEnrolCode(typed: string, hash: Hash): EnrolCode | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const characters = text.slice(0, -1)
  if (
    text.length !== 25 ||
    [...text].some((c) => !ALPHABET.includes(c)) ||
    checkCharacter(characters, hash) !== text.at(-1)
  )
    return null
  const bits = [...characters].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, '0')).join('')
  const digits = bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16))
  return { secret: digits.slice(0, DIGITS), fingerprint: digits.slice(DIGITS) }
}

/** What the hub keeps of a code: it can check a proof with it, but nobody can type it. 64 hexadecimal digits. */
export function enrolKey(secret: string, { sha256, encodeText }: Hash): string {
  return toHex(sha256(encodeText(`zhenshou-enrol-key-1 ${secret}`)))
}

/** Shows possession of the code to the hub that chose the nonce, for this device key only. 64 hexadecimal digits. */
export function enrolProof(key: string, nonce: string, publicKey: Uint8Array, { sha256, encodeText }: Hash): string {
  return toHex(sha256(encodeText(`zhenshou-enrol-proof-1 ${canonicalJson([key, nonce, toHex(publicKey), key])}`)))
}

function checkCharacter(characters: string, { sha256, encodeText }: Hash): string {
  return ALPHABET.charAt((sha256(encodeText(`zhenshou-enrol ${characters}`))[0] ?? 0) % 32)
}
