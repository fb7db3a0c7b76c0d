import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'

/** What is kept of a password or code: enough to test one, not to know it. The cost is kept with it, so that it can be raised later. */
export const verifier = z.object({
  algorithm: z.literal('scrypt'),
  n: z.int(),
  r: z.int(),
  p: z.int(),
  salt: z.string(),
  key: z.string(),
})
export type Verifier = z.infer<typeof verifier>

/** Cost of scrypt (RFC 7914): 2^15 × 8 × 128 bytes = 32 MB and some 0.1 s a guess on an office computer of today. */
export const SCRYPT_COST = { n: 2 ** 15, r: 8, p: 1 } as const
const KEY_BYTES = 32

/** A key from what a person typed. Node runs it on a thread of its own. Full-width and composed forms count as the same. */
export function deriveKey(
  secret: string,
  salt: Uint8Array,
  cost: { n: number; r: number; p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r }
  return new Promise((done, fail) => {
    scrypt(secret.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? fail(error) : done(key)))
  })
}

export async function makeVerifier(secret: string): Promise<Verifier> {
  const salt = randomBytes(16)
  const key = await deriveKey(secret, salt, SCRYPT_COST)
  return { algorithm: 'scrypt', ...SCRYPT_COST, salt: toHex(salt), key: toHex(key) }
}

export async function isSecret({ salt, key, ...cost }: Verifier, typed: string): Promise<boolean> {
  return timingSafeEqual(await deriveKey(typed, fromHex(salt), cost), fromHex(key))
}

/** Without 0 O 1 I L U: read aloud or copied by hand nobody takes one for another. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to be said or copied, such as K7QF-2M9X; some 4.9 bits a character. */
export function makeCode(groups: number): string {
  let code = ''
  while (code.length < groups * 4) {
    // 240 = 8 × 30: taking the rest of larger bytes would favour the first letters.
    for (const byte of randomBytes(groups * 8))
      if (byte < 240 && code.length < groups * 4) code += CODE_ALPHABET[byte % 30]
  }
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** A code as it is hashed, whatever spaces, dashes and case it was typed with. */
export function normalCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}
