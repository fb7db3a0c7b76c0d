import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runInWorker } from '../../../electron/documents/runInWorker.ts'
import type { TaskSlip } from '../../../shared/domain/task/slip.ts'
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/libreOffice.ts'

const slip: TaskSlip = {
  drill: '演练',
  title: '应急任务单',
  number: '编号：0714-A03',
  township: '清溪镇',
  facts: [
    { name: '承办', value: '镇应急救援队' },
    { name: '完成时限', value: '2026年7月14日3时28分' },
  ],
  scriptTitle: '任务内容',
  script: ['现有险情：李家湾二组后山滑坡。', '请你们立即执行：转移坡脚三户。老人由两人搀扶，不走河沟。'],
  signatures: ['下达人（张伟）', '带班领导', '接收人（收到）', '承办人（完成）', '核销人（不得为承办人）'],
  signLine: '月   日   时   分',
  headCode: '日志校验码 K7QF-2M9X',
}

describeWithLibreOffice('a task slip as a Word file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-slip-'))
  const read = (size: 'a4' | 'a5', tool: string, ...args: string[]) =>
    execFileSync(tool, [...args.map((arg) => (arg === 'FILE' ? join(folder, `${size}.pdf`) : arg))], {
      encoding: 'utf8',
    })
  beforeAll(async () => {
    for (const size of ['a5', 'a4'] as const) {
      const docx = join(folder, `${size}.docx`)
      const limits = { seconds: 60, megabytes: 512 }
      writeFileSync(docx, await runInWorker<Uint8Array>('documents/writeSlip.worker.ts', { slip, size }, limits))
      await convertWithLibreOffice(docx, 'pdf', folder)
    }
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds every word in its order, the mark of a drill before all', () => {
    const flat = read('a5', 'pdftotext', '-raw', 'FILE', '-').replace(/\s/g, '')
    const words = [`【${slip.drill}】${slip.title}`, slip.township, slip.number, '镇应急救援队', ...slip.script]
    const places = [...words, ...slip.signatures, slip.headCode].map((part) => flat.indexOf(part.replace(/\s/g, '')))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('is one sheet of A5, or of A4', () => {
    const facts = (size: 'a4' | 'a5') =>
      [...read(size, 'pdfinfo', 'FILE').matchAll(/^(Pages|Page size): +(.*)$/gm)].map(([, , value]) => value)
    expect(facts('a5')).toEqual(['1', expect.stringMatching(/^(419|420)[\d.]* x 595/)])
    expect(facts('a4')).toEqual(['1', expect.stringMatching(/A4/)])
  })
})
