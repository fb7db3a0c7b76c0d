import { enrolKey, enrolProof, formatEnrolCode, makeEnrolCode } from '../../shared/protocol/enrolCode.ts'
import type { ErrorCode, FrameOf } from '../../shared/protocol/frames.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { DeviceRecord, EnrolCodeRecord, HubPorts, HubStore, Township } from './ports.ts'

/** How long a code can be used when nothing else is said: long enough to reach a far township on paper. */
export const CODE_LIFETIME_MS = 7 * 24 * 3_600_000

/** Makes a one-time code for a township, and the township itself when the county has none of that division code yet. */
export function issueEnrolCode(
  { store, primitives, random, clock }: Pick<HubPorts, 'store' | 'primitives' | 'random' | 'clock'>,
  hubId: string,
  township: Township,
  lifetimeMs: number = CODE_LIFETIME_MS,
): { readonly code: string; readonly expiresAt: number } {
  const now = clock.now()
  const code = makeEnrolCode(hubId, random)
  const expiresAt = now + lifetimeMs
  store.transaction(() => {
    if (!store.township(township.division)) store.addTownship(township, now)
    store.addEnrolCode({
      key: enrolKey(code.secret, primitives),
      division: township.division,
      expiresAt,
      usedAt: null,
      usedBy: null,
    })
  })
  return { code: formatEnrolCode(code, primitives), expiresAt }
}

export type Enrolment = { readonly device: DeviceRecord; readonly isNew: boolean } | { readonly refused: ErrorCode }

/**
 * Binds a console's key to a township by a one-time code. A console that asks again with the code it used (it never heard the
 * answer) is let in again; a revoked one is not. Call inside a transaction.
 */
export function enrol(
  { store, primitives }: Pick<HubPorts, 'store' | 'primitives'>,
  hello: FrameOf<'hello'>,
  nonce: string,
  now: number,
): Enrolment {
  const request = hello.enroll
  if (!request) return { refused: 'unexpectedFrame' }
  const publicKey = fromHex(request.publicKey)
  const code = store.enrolCodes().find(({ key }) => enrolProof(key, nonce, publicKey, primitives) === request.proof)
  const known = store.device(hello.device)
  const refused = refusal(code, known, hello, now)
  if (refused) return { refused }
  if (!code) return { refused: 'codeUnknown' }
  if (known) {
    if (code.usedAt === null) store.spendEnrolCode(code.key, hello.device, now)
    return { device: known, isNew: false }
  }
  const letter = freeLetter(store, code.division, request.letter)
  if (!letter) return { refused: 'townshipFull' }
  const device: DeviceRecord = {
    origin: hello.device,
    publicKey: request.publicKey,
    division: code.division,
    name: request.console,
    letter,
    enrolledAt: now,
    revokedAt: null,
  }
  store.addDevice(device)
  store.spendEnrolCode(code.key, device.origin, now)
  store.fillFeed(device)
  return { device, isNew: true }
}

function refusal(
  code: EnrolCodeRecord | undefined,
  known: DeviceRecord | null,
  hello: FrameOf<'hello'>,
  now: number,
): ErrorCode | null {
  if (!code) return 'codeUnknown'
  if (code.usedAt !== null && code.usedBy !== hello.device) return 'codeUsed'
  if (code.usedAt === null && code.expiresAt <= now) return 'codeExpired'
  if (known?.revokedAt != null) return 'revoked'
  // Records written before the first contact carry the division code the township gave itself: another township's code must not swallow them.
  // A console that has written nothing yet says none, and takes the code's.
  const division = normaliseDivision(hello.enroll?.township.division ?? '')
  return (division !== '' && division !== code.division) || (known && known.division !== code.division)
    ? 'wrongTownship'
    : null
}

/** The console's own letter when no other console of the township has it, else the first free one; null when all are taken. */
function freeLetter(store: HubStore, division: string, wanted: string | null): string | null {
  const taken = new Set(store.devicesOf(division).map(({ letter }) => letter))
  const letters = [...(wanted ? [wanted] : []), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.find((letter) => !taken.has(letter)) ?? null
}
