import type { FileHandle } from 'node:fs/promises'

/**
 * Writes all of the bytes at a place of a file. A disk that fills up takes the first part of a write and reports only how much: what
 * is left over is written again, and then the disk says why it will not.
 * @throws the system's error (ENOSPC, EIO, …); what was written before it stays in the file and is not to be trusted
 */
export async function writeFully(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    // POSIX leaves that open for files; without it the loop could stand still.
    if (bytesWritten === 0) throw Object.assign(new Error('the disk took nothing'), { code: 'ENOSPC' })
    done += bytesWritten
  }
}
