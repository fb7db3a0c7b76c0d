import { JOIN_PART_BYTES } from '../../../shared/ipc/join.ts'
import { call } from '../../call.ts'

/** Hands a file to the desk part by part. @throws {DeskError} */
export async function sendFile(file: Blob): Promise<void> {
  for (let at = 0; at < file.size; at += JOIN_PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + JOIN_PART_BYTES).arrayBuffer())
    await call('join.receive', { at, total: file.size, base64: toBase64(bytes) })
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
