import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { generateSeed, signerFromSeed } from '../../shared/node/primitives.ts'
import { writeDurably } from '../../shared/node/writeDurably.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import type { Signer } from '../../shared/protocol/primitives.ts'

const keyFile = z.object({ seed: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The hub's own key, made on first use. It lies beside the database, not in it: consoles pinned it, so it has to survive when
 * the database is put back from a backup. Keep a copy in a safe.
 */
export function openHubKey(folder: string): Signer {
  const path = join(folder, 'hub-key.json')
  if (!existsSync(path)) writeDurably(path, JSON.stringify({ seed: toHex(generateSeed()) }), 0o600)
  return signerFromSeed(fromHex(keyFile.parse(JSON.parse(readFileSync(path, 'utf8'))).seed))
}
