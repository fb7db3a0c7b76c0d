interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

interface Lockfile {
  readonly packages: Readonly<Record<string, LockEntry>>
}

export function repairLockfile(lockfile: Lockfile): { lockfile: Lockfile; added: string[] }
