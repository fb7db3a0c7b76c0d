// First thing every npm script runs. Plain JavaScript for Node 20 and its built-ins only: on a fresh clone nothing
// else exists yet. It makes sure the locked packages (and, where the verb needs them, Debian's) are there, then hands
// over to the verb's TypeScript entry under the project's own Node 24, which strips types and loads better-sqlite3 13.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { ensureDebianPackages } from './ensureDebianPackages.mjs'
import { ensureNodePackages } from './ensureNodePackages.mjs'

const root = resolve(import.meta.dirname, '../..')

const DESKTOP = ['libgtk-3-0|libgtk-3-0t64', 'libnss3', 'libasound2|libasound2t64', 'libgbm1', 'fonts-noto-cjk']
const HEADLESS = [...DESKTOP, 'xvfb', 'xauth']

/** Make system calls fail, and record what a program does to its files. */
const FAULTS = ['fiu-utils', 'strace']

/** Network namespaces and the slow link between them. */
const NETWORKS = ['iproute2', 'python3']

const VERBS = {
  start: { entry: 'electron/dev/start.ts', debian: process.env.DISPLAY ? DESKTOP : [] },
  test: {
    entry: 'tests/run.ts',
    debian: [
      ...HEADLESS,
      'chromium',
      'libreoffice-calc',
      'libreoffice-writer',
      'poppler-utils',
      ...FAULTS,
      ...NETWORKS,
    ],
  },
  check: { entry: 'tests/run.ts', args: ['--only', 'format,floating,imports,types'], debian: [] },
  build: { entry: 'electron/dev/build.ts', debian: [] },
  hub: { entry: 'hub/main.ts', debian: [] },
  bench: { entry: 'tests/bench/run.ts', debian: HEADLESS },
  intake: { entry: 'electron/dev/intake.ts', debian: [] },
  simulate: { entry: 'tests/simulate/run.ts', debian: [] },
  campaign: { entry: 'tests/faults/run.ts', debian: FAULTS },
}

const [verb = '', ...rest] = process.argv.slice(2)
const plan = VERBS[verb]
if (!plan || !existsSync(join(root, plan.entry))) {
  const known = Object.keys(VERBS).filter((name) => existsSync(join(root, VERBS[name].entry)))
  console.error(`unknown verb "${verb}"; known: ${known.join(', ')}`)
  process.exit(2)
}

await ensureNodePackages(root)
await ensureDebianPackages(plan.debian)

const modules = join(root, 'node_modules')
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const child = spawn(node, [join(root, plan.entry), ...(plan.args ?? []), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(modules, 'node', 'bin'), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
  },
})
// The verb ends itself in good order; this process only passes the wish on and waits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm hands a signal to the shell between us and itself, and that shell dies without passing it on: an orphan of npm ends too.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}
child.on('error', (error) => {
  console.error(`cannot run ${node}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
