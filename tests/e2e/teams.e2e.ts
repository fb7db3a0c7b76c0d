import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { type FlatSheet, saveWithLibreOffice } from '../support/flatSheet.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const folder = mkdtempSync(join(process.env.ZHENSHOU_TEST_FOLDER ?? tmpdir(), 'teams-'))

const roster: FlatSheet = {
  name: '队伍花名册',
  rows: [
    [{ text: '清溪镇应急救援队伍花名册', across: 7 }, null, null, null, null, null, null],
    [
      { text: '序号', down: 2 },
      { text: '成员信息', across: 3 },
      null,
      null,
      { text: '队伍信息', across: 3 },
      null,
      null,
    ],
    [null, '姓名', '职务', '手机号码', '队名', '所属村', '装备'],
    [
      1,
      '李建国',
      '队长',
      13800000011,
      { text: '李家湾村应急救援队', down: 3 },
      { text: '李家湾', down: 3 },
      '铁锹20把',
    ],
    [2, '王　强', '队员', '1.38E+10', null, null, ''],
    [3, '赵敏', '队员', '１３８００００００１３', null, null, ''],
    [4, '周杰', '排长', '138 0000 0014', '民兵应急排', '', '冲锋舟2艘、救生衣'],
    [{ text: '合计', across: 3 }, null, null, '4人', '', '', ''],
  ],
}

describeInElectron('teams, by keyboard', () => {
  let desk: LaunchedDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const push = async (name: string) => {
    await desk.page.getByRole('button', { name, exact: true }).focus()
    await press('Enter')
  }
  const openTeams = async () => {
    await desk.page.getByRole('link', { name: '队伍' }).focus()
    await press('Enter')
    await desk.page.getByRole('heading', { name: '应急队伍' }).waitFor()
  }
  const give = async (path: string) => {
    await desk.page.locator('button:focus', { hasText: '选择文件' }).waitFor()
    const chooser = desk.page.waitForEvent('filechooser')
    await press('Enter')
    await (await chooser).setFiles(path)
  }
  const cell = (row: number, column: string) => desk.page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`)

  beforeAll(async () => {
    desk = await launchDesk()
    desk.page.setDefaultTimeout(20_000)
    await setUpDesk(desk.page)
    await openTeams()
  })
  afterAll(() => desk?.close())

  it('imports the roster that LibreOffice saved: a bad cell is mended, a row left out', async () => {
    const { page } = desk
    const path = await saveWithLibreOffice(folder, '名册', [roster])
    await push('导入名册')
    await page.getByRole('button', { name: '选择文件' }).waitFor()
    await give(path)
    await page.getByRole('region', { name: '名册预览' }).waitFor()
    await page.getByText('新增队伍 2 支').waitFor()
    await page.getByText('留空 1 格').waitFor()
    await page.getByText('第 8 行“合计”是合计，没有读').waitFor({ state: 'attached' })
    await desk.screenshot('teams-preview')
    const issue = page.getByRole('button', { name: /^D5 .*1\.38E\+10.*科学记数法.*这一格将留空/ })
    await issue.focus()
    await press('Enter')
    await page.keyboard.type('13800000012')
    await press('Enter')
    await issue.waitFor({ state: 'detached' })
    await cell(1, 'memberPhone').getByText('13800000012', { exact: true }).waitFor()
    await press('Space')
    await page.getByText('已剔除 1 行').waitFor()
    await desk.screenshot('teams-preview-mended')
    // A look into another room: what was put right and left out is still so.
    await page.getByRole('link', { name: '值班日志', exact: true }).click()
    await page.getByRole('heading', { name: '值班日志', exact: true }).waitFor()
    await page.getByRole('link', { name: '队伍', exact: true }).click()
    await cell(1, 'memberPhone').getByText('13800000012', { exact: true }).waitFor()
    await page.getByText('已剔除 1 行').waitFor()
    await press('Control+Enter')
    await page.getByText('新增队伍 2 支、更新 0 支；新增队员 3 人、更新 0 人。').waitFor()
    await desk.screenshot('teams-imported')
    await press('Enter')
    await cell(0, 'name').waitFor()
    expect(await page.locator('[col-id="name"] .teams-name-word').allTextContents()).toEqual([
      '李家湾村应急救援队',
      '民兵应急排',
    ])
    await cell(0, 'village').getByText('李家湾村', { exact: true }).waitFor()
    await cell(0, 'leader').getByText('李建国').waitFor()
  })

  it('opens a team from the ledger, sends it out with a reason, and adds a person', async () => {
    const { page } = desk
    await cell(0, 'name').click()
    await press('Enter')
    const detail = page.getByRole('region', { name: '李家湾村应急救援队' })
    await detail.waitFor()
    await push('改为出动')
    await page.getByRole('dialog', { name: '“李家湾村应急救援队”改为出动' }).waitFor()
    await type('二组滑坡抢险')
    await press('Enter')
    await page.getByText('“李家湾村应急救援队”已改为出动').waitFor()
    await detail.getByText('二组滑坡抢险').waitFor()
    await push('添加队员')
    await page.getByRole('dialog', { name: '添加队员' }).waitFor()
    await type('吴刚')
    await press('Tab')
    await press('Tab')
    await type('139 0000 0019')
    await press('Enter')
    await detail.getByRole('row', { name: /吴刚.*13900000019/ }).waitFor()
    await press('Escape')
    await desk.screenshot('teams-detail')
    await press('Escape')
    await detail.waitFor({ state: 'detached' })
  })

  it('adds a team by form, which says what is missing', async () => {
    const { page } = desk
    await push('新增队伍')
    await page.getByRole('dialog', { name: '新增队伍' }).waitFor()
    await press('Enter')
    await page.getByText('请填写队伍名称。').waitFor()
    await desk.screenshot('teams-form')
    await type('清溪镇综合应急救援队')
    await press('Tab')
    await type('乡镇')
    await press('Enter')
    await press('Enter')
    await page.getByRole('region', { name: '清溪镇综合应急救援队' }).waitFor()
    await press('Escape')
  })

  it('reads CSV as Chinese systems write it; registered people are recognised', async () => {
    const { page } = desk
    const sheet = {
      name: 'a',
      rows: [
        ['队伍', '姓名', '电话'],
        ['李家湾村应急救援队', '李建国', '13800000011'],
        ['民兵应急排', '䶮刚', '13900000021'],
      ],
    }
    const path = await saveWithLibreOffice(folder, '民兵', [sheet], 'csv:Text - txt - csv (StarCalc):44,34,85')
    await push('导入名册')
    await page.getByRole('button', { name: '选择文件' }).waitFor()
    await give(path)
    await page.getByText('已登记、无变化 1 人').waitFor()
    await page.getByText('新增队员 1 人').waitFor()
    await cell(1, 'memberName').getByText('䶮刚').waitFor()
    await push('取消导入')
    await page.getByRole('heading', { name: '应急队伍' }).waitFor()
  })

  it('refuses what is no roster and stays where it is', async () => {
    const { page } = desk
    const path = await saveWithLibreOffice(folder, '旧表', [roster], 'xls')
    await push('导入名册')
    await page.getByRole('button', { name: '选择文件' }).waitFor()
    await give(path)
    await page.getByRole('alert').getByText('“旧表.xls”是旧版表格文件').waitFor()
    await desk.screenshot('teams-refused')
    await push('取消导入')
  })

  it('exports the roster to the place the person chose', async () => {
    const path = join(folder, '导出.xlsx')
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await push('导出名册')
    await desk.page.getByText(`已导出到 ${path}`).waitFor()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const sheet = workbook.worksheets[0]
    const lines = sheet?.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : [])) ?? []
    expect(lines[1]?.[0]).toMatch(/^清溪镇　导出时间：.*日志校验码：\d+-[0-9A-F]{8}$/)
    expect(
      lines
        .slice(3)
        .map((row) => [row[0], row[9], row[11]].filter(Boolean).join(' '))
        .sort(),
    ).toEqual(
      [
        '李家湾村应急救援队 吴刚 13900000019',
        '李家湾村应急救援队 李建国 13800000011',
        '李家湾村应急救援队 王强 13800000012',
        '民兵应急排 周杰 13800000014',
        '清溪镇综合应急救援队',
      ].sort(),
    )
  })

  it('has everything again after a power cut', async () => {
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await desk.page.getByRole('combobox', { name: '姓名' }).fill('陈明')
    await press('Enter')
    await desk.page.locator('input[type=password]').fill('qing xi 119')
    await press('Enter')
    await openTeams()
    await cell(2, 'name').waitFor()
    expect(await desk.page.locator('[col-id="name"] .teams-name-word').count()).toBe(3)
    await desk.page.locator('[col-id="state"] .tag').getByText('出动').waitFor()
  })
})

describeInChromium('teams in a browser', () => {
  it('hands an exported file over as a download', async () => {
    const desk = await launchBrowserDesk()
    try {
      const { page } = desk
      await setUpDesk(page)
      await page.getByRole('link', { name: '队伍' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: '空白模板' }).click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(/^应急队伍名册（空白模板） \d{4}-\d\d-\d\d\.xlsx$/)
      const workbook = new ExcelJS.Workbook()
      const bytes = readFileSync(await file.path())
      await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
      expect(workbook.worksheets[0]?.getCell('A1').text).toBe('应急队伍名册（空白模板）')
    } finally {
      await desk.close()
    }
  })
})
