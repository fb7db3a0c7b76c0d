/** Whether the disk refused for want of space. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** Whether the system refused something to do with a file. */
export function isDiskFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
