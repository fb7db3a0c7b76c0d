/**
 * Binary arithmetic coding (the carry-less coder of lpaq1, M. Mahoney, public description): a decision that was expected costs a
 * small part of a bit. One interface for both ways, so that what is written and what is read cannot drift apart.
 */
export interface BitCoder {
  /** Encoder: writes `bit` and gives it back. Decoder: ignores it and gives the bit that was written. `p1`: chance of a 1, 1…4095 of 4096. */
  code(bit: number, p1: number): number
}

export interface BitEncoder extends BitCoder {
  /** Everything written. Nothing may be written afterwards. */
  finish(): Uint8Array
}

export function createBitEncoder(): BitEncoder {
  let bytes = new Uint8Array(1024)
  let length = 0
  let low = 0
  let high = 0xffffffff

  function put(byte: number): void {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2)
      larger.set(bytes)
      bytes = larger
    }
    bytes[length++] = byte
  }

  return {
    code(bit, p1) {
      const middle = split(low, high, p1)
      if (bit) high = middle
      else low = middle + 1
      while ((low ^ high) >>> 24 === 0) {
        put(high >>> 24)
        low = (low << 8) >>> 0
        high = ((high << 8) | 255) >>> 0
      }
      return bit
    },
    finish() {
      // As few bytes as tell the interval from its neighbours; the decoder reads zeros behind the end.
      for (let keep = 1; keep <= 4; keep += 1) {
        const mask = keep === 4 ? 0xffffffff : ~(0xffffffff >>> (keep * 8)) >>> 0
        const value = (high & mask) >>> 0
        if (value >= low) {
          for (let at = 0; at < keep; at += 1) put((value >>> (24 - at * 8)) & 255)
          break
        }
      }
      while (length > 0 && bytes[length - 1] === 0) length -= 1
      return bytes.slice(0, length)
    },
  }
}

export function createBitDecoder(bytes: Uint8Array): BitCoder {
  let low = 0
  let high = 0xffffffff
  let at = 0
  const next = (): number => bytes[at++] ?? 0
  let value = ((next() << 24) | (next() << 16) | (next() << 8) | next()) >>> 0
  return {
    code(_, p1) {
      const middle = split(low, high, p1)
      const bit = value <= middle ? 1 : 0
      if (bit) high = middle
      else low = middle + 1
      while ((low ^ high) >>> 24 === 0) {
        low = (low << 8) >>> 0
        high = ((high << 8) | 255) >>> 0
        value = ((value << 8) | next()) >>> 0
      }
      return bit
    },
  }
}

function split(low: number, high: number, p1: number): number {
  const range = high - low
  return low + (range >>> 12) * p1 + (((range & 0xfff) * p1) >>> 12)
}
