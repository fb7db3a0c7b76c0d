// Asks the registry for known holes in the locked packages. A registry that does not answer is no failure of this
// project: the reason is shown, and the lockfile policy still holds.
import { spawnSync } from 'node:child_process'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { NOT_ANSWERED } from '../support/steps.ts'

interface AuditReport {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
}

const asked = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], {
  cwd: projectRoot,
  encoding: 'utf8',
  timeout: 30_000,
})
const report = readReport(asked.stdout)
if (!report?.metadata) {
  console.log('not audited, not counted: the registry has no answer to npm audit here')
  process.exitCode = NOT_ANSWERED
} else {
  const { critical = 0, high = 0, moderate = 0, low = 0 } = report.metadata.vulnerabilities
  console.log(`known holes: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low`)
  process.exitCode = critical > 0 ? 1 : 0
}

function readReport(text: string): AuditReport | undefined {
  try {
    return JSON.parse(text) as AuditReport
  } catch {
    return undefined
  }
}
