import { call } from '../../call.ts'

/** The original's bytes, read part by part. @throws {DeskError} attachment.missing, attachment.damaged */
export async function readOriginal(id: string, mime: string, isWanted: () => boolean): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let at: number | null = 0; at !== null && isWanted(); ) {
    const { base64, next }: { base64: string; next: number | null } = await call('attachment.read', { id, at })
    parts.push(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
    at = next
  }
  return new Blob(parts, { type: mime })
}
