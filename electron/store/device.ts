import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { generateSeed, nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import { writeDurably } from '../../shared/node/writeDurably.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import type { Signer } from '../../shared/protocol/primitives.ts'
import { StoreError } from './storeError.ts'

/** This console's own key. It lies beside the database, not in it, so that a copied database does not carry it along. */
export interface Device {
  readonly origin: string
  readonly signer: Signer
}

const deviceFile = z.object({ seed: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The device key of a data folder, made on first use.
 * @throws {StoreError} keyUnreadable: duty goes on with a new key only by a person's choice, for the county would not know it.
 */
export function openDevice(folder: string): Device {
  const path = join(folder, 'device.json')
  if (!existsSync(path)) writeDurably(path, JSON.stringify({ seed: toHex(generateSeed()) }), 0o600)
  const signer = signerFromSeed(fromHex(readSeed(path)))
  return { signer, origin: originOf(signer.publicKey, 'township', nodePrimitives) }
}

function readSeed(path: string): string {
  const text = readFileSync(path, 'utf8')
  try {
    return deviceFile.parse(JSON.parse(text)).seed
  } catch (error) {
    throw new StoreError('keyUnreadable', error)
  }
}
