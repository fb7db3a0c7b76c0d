import { type Author, type Envelope, envelopeText, hashEnvelopeBytes, parseEnvelope, shortHash } from '../envelope.ts'
import { makeHlc } from '../hlc.ts'
import type { Lane } from '../lanes.ts'
import type { Primitives } from '../primitives.ts'
import { type Memory, rememberChain, rememberVersion } from './memory.ts'
import { mixHash, NarrowError, type Symbols } from './symbols.ts'
import { hashText, type Values } from './values.ts'

/** Where the members of an envelope stand: any numbers, as long as both ends have the same. */
const AT = {
  chain: 1,
  lane: 2,
  seq: 3,
  prev: 4,
  n: 5,
  time: 6,
  counter: 7,
  quality: 8,
  flags: 9,
  scope: 10,
  kind: 11,
  version: 12,
  entity: 13,
  base: 14,
  who: 15,
  approver: 16,
  origin: 17,
  epoch: 18,
} as const
const place = (of: keyof typeof AT): number => mixHash(AT[of], 1_000)

/** What the frame says about its first event: who sends, and with which number it begins. */
export interface Expected {
  origin: string
  epoch: string
  lane: Lane
  seq: number
}

export interface CodedEnvelope {
  readonly envelope: Envelope
  readonly hash: string
}

/** Codes one envelope both ways, member by member in its own order; `given` null reads. */
export function codeEnvelope(
  symbols: Symbols,
  values: Values,
  memory: Memory,
  expected: Expected,
  given: Envelope | null,
  primitives: Primitives,
): CodedEnvelope {
  const same = given?.origin === expected.origin && given.epoch === expected.epoch
  const isSame = symbols.choice(same ? 1 : 0, 1, place('chain')) === 1
  const origin = isSame ? expected.origin : values.text(given?.origin, place('origin'))
  const epoch = isSame ? expected.epoch : values.text(given?.epoch, place('epoch'))
  const lane = symbols.choice(given?.lane ?? 0, 2, place('lane'), expected.lane) as Lane
  const device = `${origin} ${epoch}`
  const chain = `${lane} ${device}`
  const known = memory.chains.get(chain)

  const follows = isSame && lane === expected.lane ? expected.seq : (known?.seq ?? 0) + 1
  const isNext = symbols.choice(given?.seq === follows ? 1 : 0, 1, place('seq')) === 1
  const seq = isNext ? follows : symbols.count(given?.seq ?? 0, place('seq'))
  const implied = seq === 1 ? '' : known?.seq === seq - 1 ? known.hash : null
  const isImplied = symbols.choice(given !== null && given.prev === implied ? 1 : 0, 1, place('prev')) === 1
  if (isImplied && implied === null) throw new NarrowError('chain not known')
  const prev = isImplied ? (implied ?? '') : symbols.bytes(given?.prev ?? '', 64)

  const lastN = memory.counts.get(device) ?? seq - 1
  const goesOn = symbols.choice(given && given.n > lastN ? 1 : 0, 1, place('n')) === 1
  const n = symbols.count(given ? (goesOn ? given.n - lastN - 1 : given.n) : 0, place('n')) + (goesOn ? lastN + 1 : 0)

  const { ms, counter } = codeClock(symbols, memory, given)
  memory.clockQuality = symbols.choice(given?.clockQuality ?? 0, 2, place('quality'), memory.clockQuality)
  memory.flags = symbols.count(given?.flags ?? 0, mixHash(place('flags'), memory.flags))
  const scope = values.text(given?.scope, place('scope'))
  const kind = symbols.word(given?.kind ?? '', place('kind'), hashText(memory.kind))
  memory.kind = kind
  const where = hashText(kind)
  const kindVer = symbols.count(given?.kindVer ?? 0, place('version'))
  const entity = values.text(given?.entity, mixHash(where, AT.entity), AT.entity)
  const base = codeBase(symbols, memory, given?.base ?? null, where)
  const body = values.object(given?.body, where)
  const author = codeWho(symbols, values, given ? given.author : undefined, place('who'))
  const approver = codeWho(symbols, values, given ? given.approver : undefined, place('approver'))

  const envelope = parseEnvelope([
    1,
    origin,
    epoch,
    lane,
    seq,
    n,
    makeHlc(ms, counter),
    memory.clockQuality,
    memory.flags,
    scope,
    kind,
    kindVer,
    entity,
    base,
    body,
    author && [author.person, author.name, author.role],
    approver && [approver.person, approver.name, approver.role],
    prev,
  ])
  const hash = hashEnvelopeBytes(primitives.encodeText(envelopeText(envelope)), primitives)
  rememberChain(memory, chain, device, n, { seq, hash })
  rememberVersion(memory, shortHash(hash))
  Object.assign(expected, { origin, epoch, lane, seq: seq + 1 })
  return { envelope, hash }
}

function codeClock(symbols: Symbols, memory: Memory, given: Envelope | null): { ms: number; counter: number } {
  const ms = given ? Number.parseInt(given.hlc.slice(0, 12), 16) : 0
  const delta = ms - memory.time
  const back = symbols.choice(given && delta < 0 ? 1 : 0, 1, place('time')) === 1
  const distance = symbols.count(given ? Math.abs(delta) : 0, mixHash(place('time'), back ? 1 : 0))
  const read = memory.time + (back ? -distance : distance)
  if (read < 0 || read >= 2 ** 48) throw new NarrowError('no time')
  memory.time = read
  const counter = symbols.count(given ? Number.parseInt(given.hlc.slice(12), 16) : 0, place('counter'))
  if (counter > 0xffff) throw new NarrowError('no counter')
  return { ms: read, counter }
}

function codeBase(symbols: Symbols, memory: Memory, given: readonly string[] | null, where: number): string[] {
  const length = symbols.count(given?.length ?? 0, mixHash(where, AT.base))
  if (length > 64) throw new NarrowError('too many versions')
  const read: string[] = []
  for (let at = 0; at < length; at += 1) {
    const version = given?.[at]
    const index = version === undefined ? -1 : memory.versions.indexOf(version)
    if (symbols.choice(index >= 0 ? 1 : 0, 1, mixHash(where, 60)) === 1) {
      const known = memory.versions[symbols.choice(Math.max(0, index), 6, mixHash(where, 61))]
      if (known === undefined) throw new NarrowError('version not known')
      read.push(known)
    } else read.push(symbols.bytes(version ?? '', 16))
  }
  return read
}

function codeWho(symbols: Symbols, values: Values, given: Author | null | undefined, where: number): Author | null {
  if (symbols.choice(given ? 1 : 0, 1, where) === 0) return null
  const person = values.any(given?.person, mixHash(where, 1))
  if (person !== null && typeof person !== 'string') throw new NarrowError('no author')
  return {
    person,
    name: values.text(given?.name, mixHash(where, 2), hashText(person ?? '')),
    role: values.text(given?.role, mixHash(where, 3), hashText(person ?? '')),
  }
}
