import { expect, it } from 'vitest'
import { readTrace } from './trace.ts'

const log = '/data/log.sqlite'

/** As `strace -xx` writes it. */
const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
const read = (...lines: string[]) => readTrace(lines, '/data')

it('reads what was done to the files of a folder, and nothing else', async () => {
  const ops = await read(
    `875   openat(AT_FDCWD</>, "${hex(log)}", O_RDWR|O_CREAT, 0644) = 22<${hex(log)}>`,
    `875   pwrite64(22<${hex(log)}>, "${hex('李家湾')}", 9, 4096) = 9`,
    `875   ftruncate(22<${hex(log)}>, 8192)  = 0`,
    `875   fsync(22<${hex(log)}>)            = 0`,
    `875   write(1<pipe:[1]>, "${hex('ack aa bb\n')}", 10) = 10`,
    `875   write(9<${hex('/elsewhere/file')}>, "${hex('x')}", 1) = 1`,
  )
  expect(ops).toEqual([
    { op: 'create', path: 'log.sqlite', truncate: false },
    { op: 'write', path: 'log.sqlite', at: 4096, bytes: Buffer.from('李家湾') },
    { op: 'truncate', path: 'log.sqlite', length: 8192 },
    { op: 'sync', path: 'log.sqlite' },
    { op: 'ack', hashes: ['aa', 'bb'] },
  ])
})

it('reads a call that another thread ran into the middle of: it keeps its place in the file, and happened at its end', async () => {
  const ops = await read(
    `948   pwrite64(22<${hex(log)}>, "${hex('李家湾')}", 9, 3638016 <unfinished ...>`,
    `951   ftruncate(22<${hex(log)}>, 512 <unfinished ...>`,
    `951   <... ftruncate resumed>)          = 0`,
    `948   <... pwrite64 resumed>)           = 9`,
  )
  expect(ops).toEqual([
    { op: 'truncate', path: 'log.sqlite', length: 512 },
    { op: 'write', path: 'log.sqlite', at: 3638016, bytes: Buffer.from('李家湾') },
  ])
})

it('refuses a write whose place it cannot read', async () => {
  await expect(read(`948   pwrite64(22<${hex(log)}>, "${hex('李')}", 3, ???) = 3`)).rejects.toThrow(/no number/)
})
