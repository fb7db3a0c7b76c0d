import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { readRoster } from '../../../electron/documents/readRoster.ts'
import { NO_CHOICES, rosterRows } from '../../../shared/domain/team/roster/rows.ts'
import { ROSTER_FIELDS, type RosterTable } from '../../../shared/domain/team/roster/table.ts'
import { type FlatSheet, saveWithLibreOffice } from '../../support/flatSheet.ts'
import { describeWithLibreOffice } from '../../support/libreOffice.ts'

// LibreOffice takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'zhenshou-roster-'))

async function read(path: string): Promise<RosterTable> {
  const { table } = await readRoster({ fileName: basename(path), base64: readFileSync(path).toString('base64') })
  return JSON.parse(table) as RosterTable
}

/** Rows as `row: field=text@address …`; a trailing * where the cell was inherited. */
function say(table: RosterTable): readonly string[] {
  return rosterRows(table, '应急救援队', NO_CHOICES).map(
    ({ row, cells }) =>
      `${row}: ${ROSTER_FIELDS.flatMap((field) => {
        const cell = cells[field]
        return cell ? `${field}=${cell.text}@${cell.at}${cell.inherited ? '*' : ''}` : []
      }).join(' ')}`,
  )
}

const twoLevels: FlatSheet = {
  name: '队伍花名册',
  rows: [
    [{ text: '清溪镇应急救援队伍花名册', across: 9 }, null, null, null, null, null, null, null, null],
    [
      { text: '填报单位：清溪镇人民政府', across: 4 },
      null,
      null,
      null,
      { text: '2026年7月', across: 5 },
      null,
      null,
      null,
      null,
    ],
    [
      { text: '序号', down: 2 },
      { text: '队伍信息', across: 4 },
      null,
      null,
      null,
      { text: '成员信息', across: 4 },
      null,
      null,
      null,
    ],
    [null, '队名', '所属村', '负责人', '联系电话', '姓名', '职务', '手机号码', '特长'],
    [
      1,
      { text: '李家湾村应急救援队', down: 3 },
      { text: '李家湾村', down: 3 },
      { text: '李建国', down: 3 },
      { number: 13800000011, scientific: true, down: 3 },
      '李建国',
      '队长',
      13800000011,
      '急救、挖掘机',
    ],
    [2, null, null, null, null, '王　强', '队员', '１３８００００００１２', { rich: ['电', '工'] }],
    [3, null, null, null, null, { text: '赵敏', formula: 'of:=CONCATENATE("赵";"敏")' }, '队员', '138 0000 0013', ''],
    ['', '', '', '', '', '', '', '', ''],
    [4, '王家坪村救援队', '王家坪', '孙涛', '0796-8123456', '孙涛', '队长', '1.38E+10', { date: '2024-05-01' }],
    [5, '', '', '', '', '周杰', '', '', ''],
    [{ text: '合计', across: 5 }, null, null, null, null, '5人', '', '', ''],
    [{ text: '填表人：陈明　　审核人：刘芳', across: 9 }, null, null, null, null, null, null, null, null],
  ],
}

describeWithLibreOffice('a roster that LibreOffice saved', () => {
  it('is found below its title, with two levels of merged titles and merged cells down', async () => {
    const path = await saveWithLibreOffice(folder, 'two', [
      twoLevels,
      { name: '说明', rows: [['填写说明'], ['请按实填写']] },
      {
        name: '旧数据',
        hidden: true,
        rows: [
          ['队伍名称', '姓名'],
          ['旧队', '旧人'],
        ],
      },
    ])
    const table = await read(path)
    expect(table.sheets.map(({ name, headerRows }) => [name, headerRows])).toEqual([['队伍花名册', [3, 4]]])
    expect(table.sheets[0]?.columns.map(({ letter, field }) => `${letter} ${field}`)).toEqual([
      'A null',
      'B teamName',
      'C village',
      'D leader',
      'E leaderPhone',
      'F memberName',
      'G memberPost',
      'H memberPhone',
      'I memberSkills',
    ])
    expect(say(table)).toEqual([
      '5: teamName=李家湾村应急救援队@B5 village=李家湾村@C5 leader=李建国@D5 leaderPhone=13800000011@E5 memberName=李建国@F5 memberPost=队长@G5 memberPhone=13800000011@H5 memberSkills=急救、挖掘机@I5',
      '6: teamName=李家湾村应急救援队@B5* village=李家湾村@C5* leader=李建国@D5* leaderPhone=13800000011@E5* memberName=王　强@F6 memberPost=队员@G6 memberPhone=１３８００００００１２@H6 memberSkills=电工@I6',
      '7: teamName=李家湾村应急救援队@B5* village=李家湾村@C5* leader=李建国@D5* leaderPhone=13800000011@E5* memberName=赵敏@F7 memberPost=队员@G7 memberPhone=138 0000 0013@H7',
      '9: teamName=王家坪村救援队@B9 village=王家坪@C9 leader=孙涛@D9 leaderPhone=0796-8123456@E9 memberName=孙涛@F9 memberPost=队长@G9 memberPhone=1.38E+10@H9 memberSkills=2024-05-01@I9',
      '10: teamName=王家坪村救援队@B9* memberName=周杰@F10',
    ])
    expect(table.notices).toEqual([
      { code: 'hiddenSheet', sheet: '旧数据', at: '', text: '' },
      { code: 'totalRow', sheet: '队伍花名册', at: '11', text: '合计' },
      { code: 'remarkRow', sheet: '队伍花名册', at: '12', text: '填表人：陈明　　审核人：刘芳' },
      { code: 'noHeader', sheet: '说明', at: '', text: '' },
    ])
  })

  it('may be CSV in UTF-8 or in GB18030, its columns in any order and its team written once', async () => {
    const sheet: FlatSheet = {
      name: '名册',
      rows: [
        ['电话', '姓名', '队伍', '备注'],
        ['13800000011', '李建国', '䶮口村救援队', '带,逗号"和引号'],
        ['079-1', '王强', '', ''],
      ],
    }
    const expected = [
      '2: teamName=䶮口村救援队@C2 memberName=李建国@B2 memberPhone=13800000011@A2',
      '3: teamName=䶮口村救援队@C2* memberName=王强@B3 memberPhone=079-1@A3',
    ]
    // LibreOffice's numbers of the two encodings.
    for (const [name, charset] of Object.entries({ utf8: 76, gb18030: 85 })) {
      const type = `csv:Text - txt - csv (StarCalc):44,34,${charset}`
      const path = await saveWithLibreOffice(folder, name, [sheet], type)
      expect(readFileSync(path).includes('李建国')).toBe(name === 'utf8')
      const table = await read(path)
      expect(say(table)).toEqual(expected)
      expect(table.notices.map(({ code, at, text }) => `${code} ${at} ${text}`)).toEqual(['unknownColumn D1 备注'])
    }
  })

  it('takes the team from the title, the tab or the village where no column names it', async () => {
    const people = (phone: number) => [
      ['姓名', '联系方式'],
      ['李建国', phone],
    ]
    const path = await saveWithLibreOffice(folder, 'names', [
      {
        name: 'Sheet1',
        rows: [[{ text: '清溪镇民兵应急排花名册（2026年）', across: 2 }, null], ...people(13800000011)],
      },
      { name: '石门村救援队名单', rows: people(13800000012) },
      {
        name: '村级',
        rows: [
          ['村（社区）', '姓名', '电话'],
          ['王家坪村', '孙涛', 13800000013],
        ],
      },
    ])
    const table = await read(path)
    expect(say(table)).toEqual([
      '3: teamName=清溪镇民兵应急排@A1* memberName=李建国@A3 memberPhone=13800000011@B3',
      '2: teamName=石门村救援队@* memberName=李建国@A2 memberPhone=13800000012@B2',
      '2: teamName=王家坪村应急救援队@A2* village=王家坪村@A2 memberName=孙涛@B2 memberPhone=13800000013@C2',
    ])
    expect(table.notices.map(({ code, text }) => `${code} ${text}`)).toEqual([
      'nameFromTitle 清溪镇民兵应急排',
      'nameFromSheet 石门村救援队',
      'nameFromVillage 应急救援队',
    ])
  })

  it('says which formulas came to nothing', async () => {
    const broken = { text: '', formula: 'of:=[.A1]/0' }
    const path = await saveWithLibreOffice(folder, 'errors', [
      {
        name: 'a',
        rows: [
          ['队伍名称', '姓名', '电话'],
          ['甲队', '王强', broken],
        ],
      },
    ])
    const [row] = rosterRows(await read(path), '', NO_CHOICES)
    expect(row?.cells.memberPhone).toMatchObject({ kind: 'error', at: 'C2' })
  })

  it.each([
    ['xls', 'oldExcel'],
    ['ods', 'openDocument'],
    ['html', 'webPage'],
    ['pdf', 'notASheet'],
  ])('is refused in plain words when saved as %s', async (type, code) => {
    const path = await saveWithLibreOffice(folder, `other-${type}`, [twoLevels], type)
    await expect(read(path)).rejects.toMatchObject({ code: `sheets.${code}`, details: { file: basename(path) } })
  })
})

describe('a file that is no roster', () => {
  const give = (bytes: Uint8Array | string) =>
    readRoster({ fileName: 'a.xlsx', base64: Buffer.from(bytes).toString('base64') })
  const refused = (why: string) => ({ code: `sheets.${why}` })

  it('is named for what it is', async () => {
    await expect(give('')).rejects.toMatchObject(refused('empty'))
    await expect(give(' \r\n')).rejects.toMatchObject(refused('empty'))
    await expect(give('今天天气,晴\n明天,雨')).rejects.toMatchObject(refused('noRoster'))
    await expect(give(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).rejects.toMatchObject(refused('notASheet'))
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    await expect(give(ole)).rejects.toMatchObject(refused('oldExcel'))
    ole.write('EncryptedPackage', 500, 'utf16le')
    await expect(give(ole)).rejects.toMatchObject(refused('encrypted'))
  })

  it('never answers anything but a refusal, wherever it was cut off or damaged', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('名册').addRows([
      ['队伍名称', '姓名'],
      ['甲队', '王强'],
    ])
    const whole = Buffer.from(await workbook.xlsx.writeBuffer())
    for (const part of [0.2, 0.5, 0.9, 0.99])
      await expect(give(whole.subarray(0, Math.floor(whole.length * part)))).rejects.toMatchObject({
        code: expect.stringMatching(/^sheets\.(broken|notASheet)$/),
      })
    const torn = Buffer.from(whole)
    torn.fill(0x55, Math.floor(torn.length / 3), Math.floor(torn.length / 2))
    await expect(give(torn)).rejects.toMatchObject({ code: expect.stringMatching(/^sheets\./) })
  })

  it('is refused for its size before it is looked at', async () => {
    await expect(readRoster({ fileName: 'a.xlsx', base64: 'A'.repeat(15_000_000) })).rejects.toMatchObject(
      refused('tooLarge'),
    )
    const rows = Array.from({ length: 20_001 }, (_, row) => `甲队,人${row}`)
    await expect(give(['队伍名称,姓名', ...rows].join('\n'))).rejects.toMatchObject(refused('tooManyRows'))
  })
})

describe('what LibreOffice does not write', () => {
  it('reads as WPS and Excel write it', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名册')
    sheet.addRows([
      ['队伍名称*', '姓名（必填）', '手机 号码', '固定电话', '装备'],
      [
        '甲队',
        { richText: [{ text: '王' }, { font: { bold: true }, text: '强' }] },
        13800000011,
        7968123456,
        '铁锹20把',
      ],
      ['\u200b甲队', { text: '李四', hyperlink: 'mailto:a@b.c' }, { formula: '1+1' }, '', '铁锹20把'],
      ['甲队', '周杰', { sharedFormula: 'C3', result: 13800000012 }, { error: '#REF!' }, ''],
    ])
    sheet.getCell('D2').numFmt = '00000000000'
    // Formats down to the last row, as WPS leaves them.
    for (let row = 5; row < 3_000; row += 1) sheet.getRow(row).getCell(1).border = { top: { style: 'thin' } }
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    const read = await readRoster({ fileName: 'wps.xlsx', base64: bytes.toString('base64') })
    const table = JSON.parse(read.table) as RosterTable
    expect(say(table)).toEqual([
      '2: teamName=甲队@A2 equipment=铁锹20把@E2 memberName=王强@B2 memberPhone=13800000011@C2',
      '3: teamName=\u200b甲队@A3 equipment=铁锹20把@E3 memberName=李四@B3 memberPhone=@C3',
      '4: teamName=甲队@A4 memberName=周杰@B4 memberPhone=13800000012@C4',
    ])
    expect(table.sheets[0]?.lines[1]?.cells.C?.kind).toBe('formulaEmpty')
    expect(table.sheets[0]?.lines[0]?.cells.D?.text).toBe('07968123456')
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
