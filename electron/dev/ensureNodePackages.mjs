// Installs the packages of package-lock.json when they are not the ones in node_modules. Node 20, built-ins only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Hash of what decides the contents of node_modules on this machine. */
export function hashLock(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  return createHash('sha256').update(`${process.platform} ${process.arch} `).update(lock).digest('hex')
}

/**
 * Makes `folder`/node_modules hold the locked packages. Takes a few milliseconds when it does already.
 * A node_modules that is a symbolic link belongs to another checkout and is never touched.
 */
export async function ensureNodePackages(folder, { extraArgs = [], label = '项目依赖 / project packages' } = {}) {
  const modules = join(folder, 'node_modules')
  const linked = lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  if (linked) return
  const stamp = join(modules, '.zhenshou-lock')
  const wanted = hashLock(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(`安装${label}(npm ci)…`)
  await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...extraArgs], folder)
  writeFileSync(stamp, wanted)
}

/** Runs npm with its output shown and a sign of life every five seconds. */
async function runNpm(args, cwd) {
  const began = Date.now()
  const script = process.env.npm_execpath
  // npm names its own script when it runs ours; started by hand, the npm on PATH has to do.
  const [command, head] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(command, [...head, ...args], { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  const ticker = setInterval(() => {
    console.log(`  … npm ${Math.round((Date.now() - began) / 1000)} s`)
  }, 5000)
  const code = await new Promise((done) => {
    child.on('error', () => done(127))
    child.on('exit', (exit) => done(exit ?? 1))
  })
  clearInterval(ticker)
  if (code === 0) return
  console.error(`npm ci 失败 / npm ci failed (exit ${code})。请检查网络或软件源后重试。`)
  process.exit(1)
}
