import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runInWorker } from '../../../electron/documents/runInWorker.ts'
import type { Paper } from '../../../shared/domain/report/paper.ts'
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/libreOffice.ts'

const LONG =
  '今晨2时20分许，李家湾村二组后山发生山体滑坡，滑坡体约300立方米，掩埋民房1栋，2人被困；目前雨势未减，后山仍有落石。'
const paper: Paper = {
  urgency: '特急',
  drill: '',
  masthead: '清溪镇突发事件信息',
  number: '第0714-A01号',
  signer: '签发人：刘芳（电话同意）',
  title: '关于李家湾村二组后山山体滑坡的核报',
  salutation: '县应急管理局、县总值班室：',
  parts: Array.from({ length: 12 }, (_, index) => ({ heading: `第${index + 1}项。`, text: LONG })),
  figureTitles: ['项目', '数字', '来源'],
  figures: [{ name: '紧急转移安置（人）', value: '43', source: '村干部 0714-A01' }],
  closing: '特此报告。',
  contact: '联系人：张伟　电话：028-87650000',
  issuer: '清溪镇人民政府',
  day: '2026年7月14日',
  imprint: '清溪镇值班室',
  imprintAt: '2026年7月14日2时58分印发',
  headCode: '记录校验码：K7QF-2M9X',
}
/** 1 mm in points. */
const MM = 72 / 25.4

describeWithLibreOffice('a report as a Word file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-report-'))
  const docx = join(folder, 'report.docx')
  let pdf = ''
  let boxes = ''
  beforeAll(async () => {
    const limits = { seconds: 60, megabytes: 512 }
    writeFileSync(docx, await runInWorker<Uint8Array>('documents/writeReport.worker.ts', paper, limits))
    pdf = await convertWithLibreOffice(docx, 'pdf', folder)
    boxes = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const text = () => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  const pages = () => boxes.split('<page ').slice(1)
  /** Left, top, right and bottom edge of the text of a page, mm from the paper's left upper corner; the page number left out. */
  function edges(page: string): readonly number[] {
    const lines = [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)]
      .map(([, ...numbers]) => numbers.map((number) => Number(number) / MM))
      .filter(([, top = 0]) => top < 262)
    const edge = (index: number, choose: (...values: number[]) => number) =>
      choose(...lines.map((line) => line[index] ?? 0))
    return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]
  }

  it('holds every word of the paper, in its order', () => {
    const flat = text().replace(/\s/g, '')
    const words = [paper.urgency, paper.masthead, paper.number, paper.signer, paper.title, paper.salutation, LONG]
    const places = [...words, paper.closing, paper.issuer, paper.day, paper.imprint, paper.headCode].map((part) =>
      flat.indexOf(part.replace(/\s/g, '')),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(flat).toContain('紧急转移安置（人）43村干部0714-A01')
  })

  it('stands on A4 with 37 mm above, 35 below, 28 left and 26 right of the text', () => {
    expect(pages()[0]).toMatch(/^width="59[45]\.\d+" height="84[12]\.\d+"/)
    const [left = 0, top = 0, right = 0, bottom = 0] = edges(pages()[1] ?? '')
    expect(left).toBeGreaterThan(27.5)
    expect(left).toBeLessThan(29.5)
    expect(top).toBeGreaterThan(36.5)
    expect(right).toBeLessThan(184.5)
    expect(right).toBeGreaterThan(178)
    expect(bottom).toBeLessThan(262.5)
  })

  it('has lines 28 pt apart and at most 22 of them a page', () => {
    const tops = [...(pages()[1] ?? '').matchAll(/<line xMin="[\d.]+" yMin="([\d.]+)"/g)].map(([, top]) => Number(top))
    const steps = tops.slice(1, 12).map((top, index) => Math.round(top - (tops[index] ?? 0)))
    expect(new Set(steps)).toEqual(new Set([28]))
    expect(tops.filter((top) => top / MM < 262).length).toBeLessThanOrEqual(22)
  })

  it('numbers its pages — 1 —, on the right of odd ones and the left of even ones', () => {
    const place = (page = '', number = '') => {
      const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)]
      const found = words.find(([, , top, word]) => Number(top) / MM > 262 && word?.includes(number))
      return Number(found?.[1]) / MM
    }
    expect(text()).toMatch(/—\s*1\s*—/)
    expect(place(pages()[0], '1')).toBeGreaterThan(150)
    expect(place(pages()[1], '2')).toBeLessThan(60)
  })

  it('names the official faces, and which stand in for them', () => {
    const part = (name: string) => execFileSync('unzip', ['-p', docx, name], { encoding: 'utf8' })
    const document = part('word/document.xml')
    expect(document).toContain('w:eastAsia="仿宋_GB2312"')
    expect(document).toContain('w:eastAsia="方正小标宋简体"')
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(document).toContain('<w:spacing w:line="560" w:lineRule="exact"/>')
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,')
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')
  })
})
