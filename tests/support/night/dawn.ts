import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { projectRoot } from '../../../electron/dev/cacheFolder.ts'
import { convertWithLibreOffice } from '../libreOffice.ts'
import { report } from './reporting.ts'
import { FLOOD, type Story } from './story.ts'

const WAIT = { timeout: 20_000 }

/** 05:40 it is over: the final report leaves, nothing was late */
export async function endTheNight({ night, keys, until, shot, word, leave }: Story): Promise<void> {
  const { page } = night.desk
  await until(180)
  await keys.openBoard(FLOOD)
  await keys.press('i')
  await page.locator('.incident-figures').waitFor()
  await keys.press('4')
  await page.locator('.incident-course [aria-current]', { hasText: '结束' }).waitFor()
  await keys.press('b')
  await page.locator('.board-head').waitFor()
  const content = await report(night, keys, '终报', { 处置结果: '失踪1人已找到，群众妥善安置。' })
  expect(Object.values(content).join()).toContain('失踪1人已找到')
  await shot('20-final-report')
  await word('final')
  await leave()
  await until(181)
  await page.locator('.board', { hasText: '没有超时事项' }).waitFor()
  await shot('21-board-at-dawn')
}

/** the broadband is back: the county holds the same records, hash for hash */
export async function compareWithTheCounty({ night, keys, until, shot, sync }: Story): Promise<void> {
  const { page } = night.desk
  night.setLink('broadband', 'on')
  await until(185)
  await expect
    .poll(async () => (await sync()).links.map(({ state }) => state), { timeout: 40_000 })
    .toEqual(['up', 'up'])
  await expect.poll(async () => (await sync()).pending, WAIT).toEqual([0, 0, 0])
  const { hub, desk } = await night.hashes()
  expect(hub).toEqual(desk)
  const rows = await night.hubLog()
  expect(rows.filter(({ kind }) => kind === 'call.recorded')).toHaveLength(12)
  await keys.openRoom('值班日志')
  await page.getByText('已送达县').first().waitFor()
  await expect.poll(() => page.getByText('本机已存').count(), WAIT).toBe(0)
  await shot('22-log-delivered')
}

/** every paper opens in LibreOffice */
export async function openThePapers({ papers, folder }: Story): Promise<void> {
  const pictures = join(projectRoot, 'test-results')
  mkdirSync(pictures, { recursive: true })
  for (const path of papers) {
    const pdf = await convertWithLibreOffice(path, 'pdf', folder)
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    for (const part of ['清溪镇突发事件信息', '签发人：刘芳', '清溪镇人民政府', '李家湾村'])
      expect(text).toContain(part)
    execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(pictures, basename(path, '.docx'))])
  }
}
