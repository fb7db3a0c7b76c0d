// What may be installed: exact versions, an integrity for every archive, no registry's address, and install scripts only
// where package.json allows them by name. `checkLock` is pure; lockfile.test.ts proves that it finds each fault.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'

interface Entry {
  readonly version?: string
  readonly name?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>
}

const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/

/**
 * A part for another platform that the registry did not offer when the lockfile was written (see repairLockfile.mjs) has
 * no integrity; it must be optional and name its platform.
 */
function isForeignPart(entry: Entry): boolean {
  return entry.optional === true && (entry.os !== undefined || entry.cpu !== undefined)
}

function checkEntry(path: string, entry: Entry, allowed: Readonly<Record<string, boolean>>): string[] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const faults: string[] = []
  if (entry.resolved) faults.push(`${path}: names where it was fetched from`)
  if (!entry.version || !EXACT.test(entry.version)) faults.push(`${path}: version ${entry.version} is not exact`)
  if (!entry.integrity && !isForeignPart(entry)) faults.push(`${path}: no integrity`)
  if (entry.integrity && !entry.integrity.startsWith('sha512-')) faults.push(`${path}: integrity is not sha512`)
  if (entry.hasInstallScript && !Object.hasOwn(allowed, name) && !entry.os) {
    faults.push(`${path}: has an install script that allowScripts does not decide on`)
  }
  return faults
}

export function checkLock(manifest: Manifest, lock: Lock): string[] {
  const faults: string[] = []
  const direct = { ...manifest.dependencies, ...manifest.devDependencies }
  for (const [name, range] of Object.entries(direct)) {
    const locked = lock.packages[`node_modules/${name}`]
    if (!EXACT.test(range)) faults.push(`package.json: ${name} ${range} is not exact`)
    if (!locked) faults.push(`package.json: ${name} is not locked`)
    else if (!range.endsWith(locked.version ?? '?')) faults.push(`${name}: locked at ${locked.version}, not ${range}`)
  }
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path !== '') faults.push(...checkEntry(path, entry, manifest.allowScripts ?? {}))
  }
  const allowed = Object.entries(manifest.allowScripts ?? {}).filter(([, may]) => may)
  // Node's package fetches the binary for this machine from the same registry; nothing else runs at install.
  if (allowed.some(([name]) => name !== 'node')) faults.push(`allowScripts allows more than node: ${allowed.join(' ')}`)
  return faults
}

export function listLockfiles(): string[] {
  return globSync(['package-lock.json', '{electron,hub,tests}/**/package-lock.json'], {
    cwd: projectRoot,
    exclude: (name) => name === 'node_modules',
  })
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as T
}

if (import.meta.main) {
  let failed = false
  for (const path of listLockfiles()) {
    const lock = readJson<Lock>(path)
    const faults = checkLock(readJson<Manifest>(join(dirname(path), 'package.json')), lock)
    failed ||= faults.length > 0
    console.log(faults.length > 0 ? faults.map((one) => `${path}: ${one}`).join('\n') : `${path}: in order`)
  }
  process.exit(failed ? 1 : 0)
}
