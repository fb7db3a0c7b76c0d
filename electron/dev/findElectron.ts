import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCacheFolder, projectRoot } from './cacheFolder.ts'
import { isRuntimePossible, prepareRuntime } from './runtime/prepareRuntime.ts'

/** What the console runs in, and in one line why. */
export type Host =
  | { readonly kind: 'electron'; readonly executable: string; readonly why: string }
  | { readonly kind: 'runtime'; readonly executable: string; readonly why: string }
  | { readonly kind: 'browser'; readonly why: string }

const DOWNLOAD_MS = 60_000
const RETRY_MS = 24 * 60 * 60 * 1000
const electronFolder = join(projectRoot, 'node_modules/electron')

function readVersion(): string {
  return (JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as { version: string }).version
}

/** The executable that Electron's own installer put in place, if it did. */
function findInstalled(): string | undefined {
  const pathFile = join(electronFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const executable = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist'), name)
  return existsSync(executable) ? executable : undefined
}

/** A machine that could not download a moment ago is not made to wait again before tomorrow. */
function failedRecently(version: string, memory: string): boolean {
  if (!existsSync(memory)) return false
  const failure = JSON.parse(readFileSync(memory, 'utf8')) as { version?: string; at?: number }
  return failure.version === version && Date.now() - (failure.at ?? 0) < RETRY_MS
}

async function download(report: (line: string) => void): Promise<boolean> {
  const version = readVersion()
  const memory = join(findCacheFolder(), 'electron-download.json')
  if (failedRecently(version, memory)) return false
  report(`downloading Electron ${version} (60 s at most)…`)
  const child = spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' })
  const code = await new Promise<number>((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_MS)
    child.on('error', () => done(1))
    child.on('exit', (exit) => {
      clearTimeout(timer)
      done(exit ?? 1)
    })
  })
  if (code === 0) return true
  mkdirSync(findCacheFolder(), { recursive: true })
  writeFileSync(memory, JSON.stringify({ version, at: Date.now() }))
  return false
}

/** Electron 45 if it is here or can be had within a minute, else the runtime made from registry packages, else a browser. */
export async function findElectron(report: (line: string) => void): Promise<Host> {
  const present = findInstalled()
  const version = readVersion()
  if (present) return { kind: 'electron', executable: present, why: `Electron ${version} is installed` }
  const fetched = (await download(report)) ? findInstalled() : undefined
  if (fetched) return { kind: 'electron', executable: fetched, why: `Electron ${version} was downloaded` }
  if (!isRuntimePossible()) {
    return { kind: 'browser', why: `Electron ${version} cannot be downloaded and this system has no runtime for it` }
  }
  try {
    const folder = await prepareRuntime(report)
    const why = `Electron ${version} cannot be downloaded here; Electron 33 from the npm registry stands in`
    return { kind: 'runtime', executable: join(folder, 'electron'), why }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'browser', why: `no Electron could be had (${reason})` }
  }
}
