// The rules of the house that neither the compiler nor a lint can express. Run alone it lists every violation;
// `findViolations` is pure, so that houseRules.test.ts can prove that each rule fires.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

type Room = 'shared' | 'shared/node' | 'electron' | 'renderer' | 'hub' | 'resources' | 'tests'

/** Who may import whom besides itself. Imports flow inward; electron, renderer and hub meet only in shared. */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  shared: [],
  'shared/node': ['shared'],
  electron: ['shared', 'shared/node', 'resources'],
  renderer: ['shared', 'resources'],
  hub: ['shared', 'shared/node', 'resources'],
  resources: [],
  tests: ['shared', 'shared/node', 'electron', 'renderer', 'hub', 'resources'],
}

/** The only places that may know Electron: everything else in electron/ runs under plain Node. */
const KNOWS_ELECTRON = /^electron\/(main\.ts|shell\/|preload\/|ipc\/register\.ts)/
/** What belongs to the desk does not know who hosts it. */
const DESK = /^electron\/(desk\.ts|store|commands|sync|alarms|documents|links)(\/|$)/
const HOSTS = /^electron\/(main\.ts|shell\/|preload\/|dev\/)/
/** Each of these is imported by one file of the product. */
const ONE_DOOR = ['better-sqlite3', 'socket.io-client', 'serialport']
/** Each of these names is taken from electron by one file. */
const ONE_DOOR_NAMES = ['ipcMain', 'ipcRenderer']

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\b([^'"();]*?)\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g
/** A rebindable name, or an empty collection that only makes sense if something fills it; a type that says readonly is fine. */
const REBINDABLE = /^(?:export )?(?:let|var) .*/gm
const FILLABLE =
  /^(?:export )?const \w+(?:: (?!readonly |Readonly)(?:\w+\[\]|(?:Record|Map|Set|Array)<.*>))? = (?:new (?:Map|Set|WeakMap|WeakSet)(?:<[^(]*>)?\(\)|\[\]|\{\})\s*;?$/gm

/** React takes what an effect answers for its clean-up; some DOM calls answer a promise in newer browsers and break the page. */
const ANSWERING_EFFECT = /use(?:Layout)?Effect\(\(\) => [^{\s].*/g

export function findRoom(path: string): Room | undefined {
  if (path.startsWith('shared/node/')) return 'shared/node'
  const [top = ''] = path.split('/')
  return Object.hasOwn(MAY_IMPORT, top) ? (top as Room) : undefined
}

interface Import {
  readonly names: string
  /** A package's name, or a path relative to the project. */
  readonly target: string
}

export function listImports(file: SourceFile): Import[] {
  return [...file.text.matchAll(IMPORT)].map((match) => {
    const specifier = (match[2] ?? match[3] ?? match[4] ?? '').replace(/\?.*$/, '')
    const target = specifier.startsWith('.') ? normalize(join(dirname(file.path), specifier)) : specifier
    return { names: match[1] ?? '', target }
  })
}

function checkImport(file: SourceFile, { target }: Import): string | undefined {
  const from = findRoom(file.path)
  const to = findRoom(target)
  if (from && to && from !== to && !MAY_IMPORT[from].includes(to)) return `${from} may not import ${to} (${target})`
  if (target === 'electron' && from !== 'tests' && !KNOWS_ELECTRON.test(file.path)) return 'may not import electron'
  if (DESK.test(file.path) && HOSTS.test(target)) return `the desk may not know its host (${target})`
  if (
    (from === 'shared' || from === 'renderer') &&
    target.startsWith('node:') &&
    !file.path.endsWith('vite.config.ts')
  ) {
    return `${from} may not import ${target}`
  }
  return undefined
}

/** One line per violation: `path: what`. */
export function findViolations(files: readonly SourceFile[]): string[] {
  const violations: string[] = []
  const doors = new Map<string, Set<string>>()
  for (const file of files) {
    const isProduct = findRoom(file.path) !== 'tests' && !file.path.startsWith('electron/dev/')
    for (const one of listImports(file)) {
      const problem = checkImport(file, one)
      if (problem) violations.push(`${file.path}: ${problem}`)
      if (!isProduct) continue
      const names = one.target === 'electron' ? ONE_DOOR_NAMES.filter((name) => one.names.includes(name)) : []
      for (const door of [...names, ...ONE_DOOR.filter((name) => name === one.target)]) {
        doors.set(door, (doors.get(door) ?? new Set()).add(file.path))
      }
    }
    if (!isProduct) continue
    for (const [line] of file.text.matchAll(ANSWERING_EFFECT)) {
      violations.push(`${file.path}: an effect needs braces: ${line}`)
    }
    for (const [line] of [...file.text.matchAll(REBINDABLE), ...file.text.matchAll(FILLABLE)]) {
      violations.push(`${file.path}: state at module level: ${line.trim()}`)
    }
  }
  for (const [door, paths] of doors) {
    if (paths.size > 1) violations.push(`${door} has ${paths.size} doors, one is allowed: ${[...paths].join(', ')}`)
  }
  return violations
}

export function readSources(): SourceFile[] {
  const patterns = ['shared', 'electron', 'renderer', 'hub', 'resources', 'tests'].map(
    (room) => `${room}/**/*.{ts,tsx}`,
  )
  return globSync(patterns, { cwd: projectRoot, exclude: (name) => name === 'node_modules' }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(projectRoot, path), 'utf8'),
  }))
}

if (import.meta.main) {
  const files = readSources()
  const violations = findViolations(files)
  console.log(violations.length > 0 ? violations.join('\n') : `${files.length} files follow the house's import rules`)
  process.exit(violations.length > 0 ? 1 : 0)
}
