import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './cacheFolder.ts'

export type BuildTarget = 'main' | 'preload' | 'renderer'

interface Recipe {
  readonly config: string
  /** Everything whose change makes the target stale. */
  readonly inputs: readonly string[]
}

const RECIPES: Readonly<Record<BuildTarget, Recipe>> = {
  main: {
    config: 'electron/vite.main.config.ts',
    inputs: ['electron/**/*.ts', 'shared/**/*.ts', 'resources/**/*.json'],
  },
  preload: { config: 'electron/preload/vite.config.ts', inputs: ['electron/preload/**/*.ts', 'shared/ipc/**/*.ts'] },
  renderer: { config: 'renderer/vite.config.ts', inputs: ['renderer/**/*', 'shared/**/*.ts', 'resources/**/*'] },
}
export const ALL_TARGETS = Object.keys(RECIPES) as BuildTarget[]

/** Always what people get: in a test runner's environment Vite would take React's development build, ten times slower. */
const MODE = 'production'

function hashInputs(recipe: Recipe): string {
  const hash = createHash('sha256').update(`${MODE}\0`)
  const found = globSync([...recipe.inputs, 'package-lock.json'], { cwd: projectRoot })
  // The launcher is no part of the product: changing it makes nothing stale.
  const files = found.filter((file) => !file.startsWith(join('electron', 'dev'))).sort()
  for (const file of files) {
    const path = join(projectRoot, file)
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Builds those of `targets` whose inputs changed since out/<target> was made, and returns their names. Without a change it
 * only reads and hashes the sources (a few dozen milliseconds); Vite itself is not even loaded.
 */
export async function buildStale(
  targets: readonly BuildTarget[] = ALL_TARGETS,
  report: (line: string) => void = () => undefined,
): Promise<BuildTarget[]> {
  const built: BuildTarget[] = []
  for (const target of targets) {
    const recipe = RECIPES[target]
    const stamp = join(projectRoot, 'out', `${target}.hash`)
    const wanted = hashInputs(recipe)
    const folder = join(projectRoot, 'out', target)
    if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    report(`building ${target}…`)
    rmSync(stamp, { force: true })
    const { build } = await import('vite')
    await withNodeEnv(MODE, () => build({ configFile: join(projectRoot, recipe.config) }))
    mkdirSync(folder, { recursive: true })
    writeFileSync(stamp, wanted)
    built.push(target)
  }
  return built
}

/** NODE_ENV decides, not Vite's own mode. */
async function withNodeEnv(value: string, run: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = value
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

if (import.meta.main) {
  const built = await buildStale(ALL_TARGETS, console.log)
  console.log(built.length > 0 ? `built: ${built.join(', ')}` : 'nothing to build')
}
