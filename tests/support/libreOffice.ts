import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe } from 'vitest'

const executable = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

/** `describe` for what needs LibreOffice: skipped where there is none, but with CI=true it runs, and so fails. */
export const describeWithLibreOffice: typeof describe | typeof describe.skip =
  executable || process.env.CI === 'true' ? describe : describe.skip

/**
 * Has LibreOffice save `file` as another type (`xlsx`, `csv`, `pdf`, …) into `folder` and returns the new file's path.
 * Each call has a profile of its own, so that a hanging or running LibreOffice elsewhere does not matter.
 */
export async function convertWithLibreOffice(file: string, type: string, folder: string): Promise<string> {
  if (!executable) throw new Error('no LibreOffice to convert with')
  const profile = mkdtempSync(join(tmpdir(), 'zhenshou-soffice-'))
  try {
    const args = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', type]
    await promisify(execFile)(executable, [...args, '--outdir', folder, file], { timeout: 60_000 })
    return join(folder, `${basename(file, extname(file))}.${type.split(':')[0]}`)
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
