// Just enough of the D-Bus wire format to play a desktop's status area (D-Bus Specification, "Message Protocol"). Numbers are
// little-endian; a struct is a tuple, a dict is an array of pairs, a variant is a Variant.

export interface Variant {
  readonly signature: string
  readonly value: unknown
}

export interface Message {
  /** 1 call, 2 reply, 3 error, 4 signal. */
  readonly type: number
  readonly serial: number
  readonly replySerial?: number | undefined
  readonly path?: string | undefined
  readonly interface?: string | undefined
  readonly member?: string | undefined
  readonly errorName?: string | undefined
  readonly destination?: string | undefined
  readonly sender?: string | undefined
  readonly signature: string
  readonly body: readonly unknown[]
}

const ALIGNMENT: Readonly<Record<string, number>> = { y: 1, g: 1, v: 1, n: 2, q: 2, x: 8, t: 8, d: 8, '(': 8, '{': 8 }
const alignmentOf = (type: string) => ALIGNMENT[type[0] ?? ''] ?? 4

/** Splits `a{sv}ui` into its complete types. */
export function splitTypes(signature: string): string[] {
  const types: string[] = []
  let at = 0
  while (at < signature.length) {
    const start = at
    while (signature[at] === 'a') at++
    let depth = 0
    do {
      if ('({'.includes(signature[at] ?? '')) depth++
      if (')}'.includes(signature[at] ?? '')) depth--
      at++
    } while (depth > 0)
    types.push(signature.slice(start, at))
  }
  return types
}

const inner = (type: string) => splitTypes(type.slice(1, -1))

class Writer {
  private parts: Buffer[] = []
  length = 0

  push(bytes: Buffer): void {
    this.parts.push(bytes)
    this.length += bytes.length
  }

  align(to: number): void {
    this.push(Buffer.alloc((to - (this.length % to)) % to))
  }

  number(type: string, value: unknown): void {
    const bytes = Buffer.alloc({ y: 1, n: 2, q: 2, x: 8, t: 8, d: 8 }[type] ?? 4)
    if (type === 'd') bytes.writeDoubleLE(Number(value))
    else if (bytes.length === 8) bytes.writeBigInt64LE(BigInt(value as number))
    else if (type === 'i' || type === 'n') bytes.writeIntLE(Number(value), 0, bytes.length)
    else bytes.writeUIntLE(Number(value), 0, bytes.length)
    this.push(bytes)
  }

  text(value: unknown): void {
    this.push(Buffer.from(`${String(value)}\0`))
  }

  write(type: string, value: unknown): void {
    this.align(alignmentOf(type))
    if ('(){}'.includes(type[0] ?? '')) {
      for (const [index, part] of inner(type).entries()) this.write(part, (value as unknown[])[index])
    } else if (type === 's' || type === 'o') {
      this.number('u', Buffer.byteLength(String(value)))
      this.text(value)
    } else if (type === 'g') {
      this.number('y', String(value).length)
      this.text(value)
    } else if (type === 'v') {
      const variant = value as Variant
      this.write('g', variant.signature)
      this.write(variant.signature, variant.value)
    } else if (type[0] === 'a') this.list(type.slice(1), value as unknown[])
    else this.number(type, value)
  }

  /** The length of an array counts neither itself nor the padding before its first element. */
  list(element: string, values: readonly unknown[]): void {
    const length = Buffer.alloc(4)
    this.push(length)
    this.align(alignmentOf(element))
    const start = this.length
    for (const value of values) this.write(element, value)
    length.writeUInt32LE(this.length - start)
  }

  all(): Buffer {
    return Buffer.concat(this.parts)
  }
}

class Reader {
  at: number
  private readonly bytes: Buffer
  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  align(to: number): void {
    this.at += (to - (this.at % to)) % to
  }

  number(type: string): number {
    const size = { y: 1, n: 2, q: 2, x: 8, t: 8, d: 8 }[type] ?? 4
    const at = this.at
    this.at += size
    if (type === 'd') return this.bytes.readDoubleLE(at)
    if (size === 8) return Number(this.bytes.readBigInt64LE(at))
    return type === 'i' || type === 'n' ? this.bytes.readIntLE(at, size) : this.bytes.readUIntLE(at, size)
  }

  text(length: number): string {
    const text = this.bytes.toString('utf8', this.at, this.at + length)
    this.at += length + 1
    return text
  }

  read(type: string): unknown {
    this.align(alignmentOf(type))
    if ('({'.includes(type[0] ?? '')) return inner(type).map((part) => this.read(part))
    if (type === 's' || type === 'o') return this.text(this.number('u'))
    if (type === 'g') return this.text(this.number('y'))
    if (type === 'b') return this.number('u') === 1
    if (type === 'v') {
      const signature = this.read('g') as string
      return { signature, value: this.read(signature) } satisfies Variant
    }
    if (type[0] !== 'a') return this.number(type)
    const length = this.number('u')
    this.align(alignmentOf(type.slice(1)))
    const end = this.at + length
    const values: unknown[] = []
    while (this.at < end) values.push(this.read(type.slice(1)))
    return values
  }
}

const FIELDS = {
  path: [1, 'o'],
  interface: [2, 's'],
  member: [3, 's'],
  errorName: [4, 's'],
  replySerial: [5, 'u'],
  destination: [6, 's'],
  sender: [7, 's'],
  signature: [8, 'g'],
} as const

export function encodeMessage(message: Message): Buffer {
  const body = new Writer()
  for (const [index, type] of splitTypes(message.signature).entries()) {
    body.write(type, message.body[index] === true ? 1 : message.body[index] === false ? 0 : message.body[index])
  }
  const fields = Object.entries(FIELDS).flatMap(([name, [code, signature]]) => {
    const value = message[name as keyof typeof FIELDS]
    return value === undefined || value === '' ? [] : [[code, { signature, value }]]
  })
  const head = new Writer()
  head.push(Buffer.from([0x6c, message.type, 0, 1]))
  head.number('u', body.length)
  head.number('u', message.serial)
  head.write('a(yv)', fields)
  head.align(8)
  return Buffer.concat([head.all(), body.all()])
}

/** @returns undefined when the bytes do not hold a whole message yet. */
export function decodeMessage(bytes: Buffer): { message: Message; length: number } | undefined {
  if (bytes.length < 16) return undefined
  const bodyLength = bytes.readUInt32LE(4)
  const headLength = Math.ceil((16 + bytes.readUInt32LE(12)) / 8) * 8
  if (bytes.length < headLength + bodyLength) return undefined
  const found = new Map(
    (new Reader(bytes, 12).read('a(yv)') as [number, Variant][]).map(([code, { value }]) => [code, value]),
  )
  const named = Object.fromEntries(Object.entries(FIELDS).map(([name, [code]]) => [name, found.get(code)]))
  const signature = (named.signature as string | undefined) ?? ''
  const body = new Reader(bytes.subarray(headLength, headLength + bodyLength))
  return {
    message: {
      ...named,
      type: bytes.readUInt8(1),
      serial: bytes.readUInt32LE(8),
      signature,
      body: splitTypes(signature).map((type) => body.read(type)),
    },
    length: headLength + bodyLength,
  }
}
