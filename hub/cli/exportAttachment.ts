import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { askHub } from '../admin/adminClient.ts'
import { AdminError } from '../admin/adminError.ts'
import { adminPath } from '../admin/adminPath.ts'
import type { AttachmentFileRow } from '../admin/protocol.ts'

/**
 * Writes the original of an attachment to a file that does not exist yet; its hash is compared on the way.
 * @throws {AdminError} unknownAttachment, notHere, damaged
 */
export async function exportAttachment({
  data,
  sha,
  out,
}: {
  readonly data: string
  readonly sha: string
  readonly out: string
}): Promise<{ name: string; sha: string; file: string }> {
  for await (const row of askHub(adminPath(data), { command: 'attachment', sha })) {
    const { path, name, sha256 } = row as AttachmentFileRow
    const bytes = await readFile(path)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AdminError('damaged')
    await writeFile(out, bytes, { flag: 'wx' })
    return { name, sha: sha256, file: out }
  }
  throw new AdminError('unknownAttachment')
}
