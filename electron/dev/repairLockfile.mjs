// Adds to package-lock.json the optional platform packages that `npm install` left out.
//
// Why: a registry that lacks one platform's package (say @biomejs/cli-android-arm64) makes npm write a
// lockfile without it, and `npm ci` then refuses that lockfile ("Missing: … from lock file"). The entry
// needs no file to exist: npm skips a package of another platform. Run after every change of a dependency:
//   node electron/dev/repairLockfile.mjs [package-lock.json]
// Plain JavaScript for Node 20: it must run before anything is installed.
import { readFileSync, writeFileSync } from 'node:fs'

const LIBC_OF = [
  [/musl/, 'musl'],
  [/gnu|glibc/, 'glibc'],
]
const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** Reads the platform out of names such as @scope/binding-linux-x64-gnu. */
function readPlatform(name) {
  const parts = name.split('/').at(-1).split(/[-._]/)
  const os = OS.find((one) => parts.includes(one))
  const cpu = CPU.find((one) => parts.includes(one)) ?? (parts.includes('ppc64le') ? 'ppc64' : undefined)
  const libc = LIBC_OF.find(([pattern]) => pattern.test(name))?.[1]
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(libc && os === 'linux' ? { libc: [libc] } : {}),
    ...(os ? { os: [os] } : {}),
  }
}

/** True when `name`, wanted by the package at `from`, has an entry where Node would look for it. */
function isLocked(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const at = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`
    if (packages[at]) return true
    if (base === '') return false
    if (!base.includes('/node_modules/')) base = '/node_modules/'
  }
}

/** Returns the repaired lockfile and the names it added. Pure, so that a test can check it. */
export function repairLockfile(lockfile) {
  const packages = { ...lockfile.packages }
  const added = []
  for (const [from, entry] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, from, name)) continue
      // Only exact versions are platform parts of their parent; a range would need a registry to resolve.
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) continue
      packages[`node_modules/${name}`] = {
        version,
        ...readPlatform(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      }
      added.push(`${name}@${version}`)
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  return { lockfile: { ...lockfile, packages: sorted }, added }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[\\/]/).at(-1))) {
  const path = process.argv[2] ?? 'package-lock.json'
  const { lockfile, added } = repairLockfile(JSON.parse(readFileSync(path, 'utf8')))
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`)
  console.log(added.length > 0 ? `added to ${path}: ${added.join(', ')}` : `${path} is complete`)
}
