// Makes sure Debian packages are installed: as root through apt-get, else one line that says what to install.
// Node 20, built-ins only.
import { spawnSync } from 'node:child_process'

// Another apt may be at work on the same machine: wait for its lock instead of failing.
const APT = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3']

/** The names among `wanted` ("a|b" is satisfied by either) that are not installed; null where there is no dpkg. */
export function findMissingDebianPackages(wanted) {
  if (process.platform !== 'linux' || wanted.length === 0) return []
  const names = wanted.flatMap((one) => one.split('|'))
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the format language of dpkg-query, not a template.
  const format = '${Package} ${db:Status-Status}\n'
  const asked = spawnSync('dpkg-query', ['-W', '-f', format, ...names], {
    encoding: 'utf8',
  })
  if (asked.error) return null
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((one) => !one.split('|').some((name) => installed.has(name)))
}

/** Installs what is missing. Never throws: each check that needs a package says for itself that it cannot run. */
export async function ensureDebianPackages(wanted) {
  const missing = findMissingDebianPackages(wanted)
  if (missing === null) return console.log('非 Debian 系统:不检查系统软件包 / not Debian: system packages not checked')
  if (missing.length === 0) return
  const names = missing.map((one) => one.split('|')[0])
  if (process.getuid?.() !== 0) {
    return console.log(`缺少系统软件包 / missing system packages: sudo apt-get install -y ${names.join(' ')}`)
  }
  console.log(`安装系统软件包 / installing Debian packages: ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args) => spawnSync('apt-get', [...APT, ...args], { stdio: 'inherit', env }).status === 0
  run(['update', '-q'])
  // One by one on failure, so that one name this release lacks does not cost the others.
  if (run(['install', '-y', '-q', '--no-install-recommends', ...names])) return
  for (const one of missing)
    one.split('|').some((name) => run(['install', '-y', '-q', '--no-install-recommends', name]))
}
