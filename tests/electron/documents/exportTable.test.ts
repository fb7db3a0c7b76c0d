import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { exportTable } from '../../../electron/documents/exportTable.ts'
import type { ExportTable } from '../../../shared/ipc/documents.ts'
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/libreOffice.ts'

const table: ExportTable = {
  title: '应急队伍名册',
  lines: ['测试乡　导出时间：2026-07-14 02:40'],
  fileName: '队伍/名册:1',
  columns: [{ title: '姓名' }, { title: '电话' }, { title: '人数' }],
  rows: JSON.stringify([
    ['张三', '13800138000', 12],
    ['=1+1', '0796-8123456', null],
    ['李\u0007四', '', 0],
  ]),
}

const inFolder = () => mkdtempSync(join(tmpdir(), 'zhenshou-export-'))
const into = (path: string | null) => ({ chooseSavePath: async () => path })

async function load(path: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('exportTable', () => {
  it('writes title, lines, header and rows; text stays text, numbers are numbers', async () => {
    const path = join(inFolder(), 'a.xlsx')
    expect(await exportTable(into(path), table)).toEqual({ state: 'saved', path })
    const sheet = await load(path)
    const values = [1, 2, 3, 4, 5, 6].map((row) => [1, 2, 3].map((column) => sheet.getCell(row, column).value))
    expect(values).toEqual([
      ['应急队伍名册', '应急队伍名册', '应急队伍名册'],
      [table.lines[0], table.lines[0], table.lines[0]],
      ['姓名', '电话', '人数'],
      ['张三', '13800138000', 12],
      ['=1+1', '0796-8123456', null],
      ['李四', null, 0],
    ])
    expect(sheet.name).toBe('应急队伍名册')
    expect(sheet.getCell('B4').numFmt).toBe('@')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet.autoFilter).toBe('A3:C6')
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3')
  })

  it('gives the bytes to a host without a save dialog, under a name every system takes', async () => {
    const saved = await exportTable({}, table)
    if (saved.state !== 'download') throw new Error(saved.state)
    expect(saved.fileName).toBe('队伍_名册_1.xlsx')
    const path = join(inFolder(), 'b.xlsx')
    writeFileSync(path, Buffer.from(saved.base64, 'base64'))
    expect((await load(path)).getCell('A4').value).toBe('张三')
  })

  it('writes nothing when the person gives up', async () => {
    expect(await exportTable(into(null), table)).toEqual({ state: 'cancelled' })
  })

  it('keeps the old file and leaves nothing beside it when the place cannot be written', async () => {
    const folder = inFolder()
    const path = join(folder, 'taken.xlsx')
    mkdirSync(path)
    await expect(exportTable(into(path), table)).rejects.toMatchObject({ details: { file: 'taken.xlsx' } })
    expect(readdirSync(folder)).toEqual(['taken.xlsx'])
    await expect(exportTable(into(join(folder, 'no', 'x.xlsx')), table)).rejects.toMatchObject({
      code: 'documents.cannotSave',
    })
  })
})

describeWithLibreOffice('the exported file in LibreOffice', () => {
  it('opens there with phones as text', async () => {
    const folder = inFolder()
    const path = join(folder, 'c.xlsx')
    await exportTable(into(path), table)
    const csv = readFileSync(
      await convertWithLibreOffice(path, 'csv:Text - txt - csv (StarCalc):44,34,76', folder),
      'utf8',
    )
    expect(csv.trimEnd().split('\n').slice(2)).toEqual([
      '姓名,电话,人数',
      '张三,13800138000,12',
      '=1+1,0796-8123456,',
      '李四,,0',
    ])
  })
})
