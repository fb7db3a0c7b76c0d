import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson, type Json } from '../../../shared/protocol/canonical.ts'
import { frameSchema, PROTOCOL_VERSION } from '../../../shared/protocol/frames.ts'

/** Hash of the wire schema of each protocol version. A released version's line never changes. */
const RECORDED: { readonly [version: number]: string } = {
  1: '64df97ebac5a6c84',
  2: '5293207897c36f1c',
  3: 'b081d0f22a7272ce',
}

test('nobody changes what goes over the wire without a new protocol version', () => {
  const schema = canonicalJson(z.toJSONSchema(frameSchema) as unknown as Json)
  const hash = createHash('sha256').update(schema).digest('hex').slice(0, 16)
  expect(hash, 'the wire schema changed: raise PROTOCOL_VERSION and record this hash for it').toBe(
    RECORDED[PROTOCOL_VERSION],
  )
})
