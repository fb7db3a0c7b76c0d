import type { Desk } from '../../electron/desk.ts'
import { PART_BYTES } from '../../shared/ipc/attachments.ts'
import { askLater } from './ask.ts'

export interface FileToAttach {
  readonly name: string
  readonly bytes: Buffer
  readonly thumb?: Buffer
}

/** Adds a file as the page does: begin, its parts, finish. @returns the attachment's id. @throws what the desk refuses. */
export async function attach(desk: Desk, incident: string, { name, bytes, thumb }: FileToAttach): Promise<string> {
  const begun = { incident, name, size: bytes.length, thumbSize: thumb?.length ?? 0 }
  const { upload } = await askLater(desk, 'attachment.begin', begun)
  for (const [of, part] of [['thumb', thumb ?? Buffer.alloc(0)] as const, ['original', bytes] as const]) {
    for (let at = 0; at < part.length; at += PART_BYTES) {
      const base64 = part.toString('base64', at, at + PART_BYTES)
      await askLater(desk, 'attachment.part', { upload, of, at, base64 })
    }
  }
  return (await askLater(desk, 'attachment.finish', { upload })).id
}
