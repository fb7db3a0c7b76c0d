import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type FileOp, readTrace } from './trace.ts'

const CALLS = 'openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat'

/** Runs the writer under strace and reads what it did to `folder`. @throws when strace is not there or the writer failed. */
export async function recordWriter(folder: string, seed: number, acts: number, traceFile: string): Promise<FileOp[]> {
  const writer = [process.execPath, join(import.meta.dirname, 'writer.ts'), folder, String(seed), String(acts)]
  const strace = ['-f', '-y', '-xx', '-s', '1000000', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', traceFile]
  const run = spawnSync('strace', [...strace, ...writer], { stdio: ['ignore', 'pipe', 'pipe'] })
  if (run.error) throw run.error
  if (run.status !== 0)
    throw new Error(`the writer ended with ${run.status}: ${run.stderr.toString('utf8').slice(-2000)}`)
  return readTrace(createInterface({ input: createReadStream(traceFile) }), folder)
}
