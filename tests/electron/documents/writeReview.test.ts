import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runInWorker } from '../../../electron/documents/runInWorker.ts'
import words from '../../../resources/documents/review.json'
import { type ReviewPaper, reviewPaper, reviewWordsFile } from '../../../shared/domain/review/paper.ts'
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/libreOffice.ts'

const CALL = Date.UTC(2026, 6, 13, 18, 40)
const minutes = (count: number) => CALL + count * 60_000
const step = { what: '', by: '', limit: null, reason: '', source: '' } as const

const paper: ReviewPaper = reviewPaper({
  page: {
    incident: { id: 'incident-1', no: '0714-A01', title: '李家湾村二组后山滑坡' },
    tips: [],
    drill: true,
    endedAt: minutes(200),
    receivedAt: CALL,
    receivedBy: '张伟',
    lines: [
      { ...step, key: 'firstPhone', at: minutes(11), limit: { dueAt: minutes(20), rule: 'r' }, source: '某通知第3条' },
      {
        ...step,
        key: 'firstWritten',
        at: minutes(47),
        limit: { dueAt: minutes(40), rule: 'r' },
        source: '某通知第3条',
        reason: '宽带中断',
      },
      { ...step, key: 'verifying', at: null },
    ],
    figures: [],
    people: [{ name: '张伟', records: 21, firstAt: CALL, lastAt: minutes(200) }],
    links: {
      recorded: 'all',
      spells: [
        { way: 'none', from: minutes(12), until: minutes(20), goesOn: false },
        { way: 'satellite', from: minutes(20), until: minutes(95), goesOn: false },
      ],
    },
    interruptions: [{ kind: 'onBattery', at: minutes(13) }],
    lessons: [
      {
        id: 'lesson-1',
        happened: '漫水桥没有人值守',
        change: '安排专人值守',
        who: { kind: 'village', id: 'v1', name: '李家湾村' },
        dueAt: minutes(14_400),
        by: '张伟',
        withdrawn: null,
        task: { id: 'task-1', no: '0714-A09', title: '安排专人值守', status: 'verified' },
      },
    ],
    now: minutes(260),
  },
  words: reviewWordsFile.parse(words),
  township: '清溪镇',
  headCode: 'K7QF-2M9X',
  figureName: (field) => field,
})

describeWithLibreOffice('a review as a Word file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-review-'))
  let pdf = ''
  beforeAll(async () => {
    const docx = join(folder, 'review.docx')
    const limits = { seconds: 60, megabytes: 512 }
    writeFileSync(docx, await runInWorker<Uint8Array>('documents/writeReview.worker.ts', paper, limits))
    pdf = await convertWithLibreOffice(docx, 'pdf', folder)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('says first that it was a drill, then every step with its limit, the lessons with their tasks', () => {
    const flat = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    const places = [
      '演练',
      '关于李家湾村二组后山滑坡演练的复盘报告',
      '事件编号：0714-A01',
      '一、处置过程与时限',
      '链路情况只按本机记录',
      '按时，提前9分钟',
      '没有可用链路',
      '历时8分钟；本机记录',
      '只有卫星链路',
      '超时7分钟；原因：宽带中断',
      '未报环节：核实。',
      '市电中断，改用电池。',
      '0714-A09核销',
      '记录校验码：K7QF-2M9X',
    ].map((part) => flat.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('is laid out as an official paper: A4, the text 28 mm from the left', () => {
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size:\s+595\.\d+ x 841\.\d+/)
    const left = [
      ...execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' }).matchAll(/<line xMin="([\d.]+)"/g),
    ].map(([, x]) => Number(x))
    expect(Math.min(...left) / (72 / 25.4)).toBeGreaterThanOrEqual(27.5)
  })
})
