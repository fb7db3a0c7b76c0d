import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { convertWithLibreOffice, describeWithLibreOffice } from './libreOffice.ts'

describeWithLibreOffice('LibreOffice', () => {
  it('writes the Excel files that the import tests read', { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenshou-office-'))
    const csv = join(folder, 'roster.csv')
    writeFileSync(csv, 'name,phone\n张三,13800000000\n')
    const xlsx = await convertWithLibreOffice(csv, 'xlsx', folder)
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')
    rmSync(folder, { recursive: true, force: true })
  })
})
