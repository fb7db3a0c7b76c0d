import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findCacheFolder, projectRoot } from '../../electron/dev/cacheFolder.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Exit code by which a check says that nothing here could answer it, and why on its output: it is not counted at all. */
export const NOT_ANSWERED = 77

function runTool(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  // The tools in .bin are scripts for Node: run by this one, not by whichever the PATH has.
  const script = tool === 'node' ? [] : [join(projectRoot, 'node_modules/.bin', tool)]
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((done) => {
    child.on('error', () => done(127))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** One command is one check. */
export async function countCommand(tool: string, args: readonly string[]): Promise<Tally> {
  const code = await runTool(tool, args)
  return { passed: code === 0 ? 1 : 0, failed: code !== 0 && code !== NOT_ANSWERED ? 1 : 0, skipped: 0 }
}

interface VitestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** Runs one project of tests/vitest.config.ts and takes the numbers from its own report. */
export async function countVitest(project: string): Promise<Tally> {
  const report = join(findCacheFolder(), 'test', `${project}-${process.pid}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool('vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    ...reporters,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const counted = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  rmSync(report, { force: true })
  return countReport(counted, code)
}

/**
 * A run that failed without a failed test (a file that did not load, an error outside a test) counts as one failure. With
 * CI=true nothing may be skipped: what cannot run there is a failure.
 */
export function countReport(report: VitestReport, code: number, isCi = process.env.CI === 'true'): Tally {
  const skipped = report.numPendingTests + report.numTodoTests
  const failed = report.numFailedTests + (isCi ? skipped : 0)
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: isCi ? 0 : skipped,
  }
}
