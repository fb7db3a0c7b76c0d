import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { askDesk } from '../support/askDesk.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { convertWithLibreOffice } from '../support/libreOffice.ts'
import { setUpDesk } from '../support/setUpDesk.ts'
import { waitFor } from '../support/waitFor.ts'

const MINUTE = 60_000
const PASSWORD = 'dai ban 119'

describeInElectron('a landslide is reported to the county, by keyboard', () => {
  let desk: LaunchedDesk
  let incident = ''
  const folder = makeFolder()
  const saved = (extension: string) => join(folder, `report.${extension}`)
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const shown = (text: string | RegExp) => desk.page.getByText(text).first().waitFor()
  const reports = () => desk.page.getByRole('region', { name: '信息报告' })
  const page = () => desk.page.locator('.report-page')
  const dialog = (name: string | RegExp) => desk.page.getByRole('dialog', { name })
  const reporting = () => askDesk(desk.page, 'report.ofIncident', { incident })

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
    const { page: at } = desk
    const [officer] = await askDesk(at, 'people.options', null)
    const { id: leader } = await askDesk(at, 'people.add', {
      name: '刘芳',
      phone: '13800000002',
      post: '副镇长',
      roles: ['leaderOnDuty'],
    })
    const { code } = await askDesk(at, 'people.issueCode', { person: leader })
    await askDesk(at, 'session.setPassword', { person: leader, proof: { kind: 'code', code }, password: PASSWORD })
    await askDesk(at, 'session.signIn', { person: officer?.id ?? '', password: 'qing xi 119' })
    await askDesk(at, 'duty.take', { post: 'leader', person: leader, note: '', base: [] })
    const now = Date.now()
    const [village] = await askDesk(at, 'villages.options', null)
    // Told of 25 minutes ago: the telephone's 20 minutes are over, the paper's 40 are not.
    const recorded = await askDesk(at, 'intake.record', {
      draft: 'reports0001',
      call: {
        reportedAt: now - 25 * MINUTE,
        at: now - 40 * MINUTE,
        source: { key: 'villageCadre', name: '村干部' },
        village: village ?? null,
        place: '二组后山',
        type: { key: 'landslide', name: '山体滑坡' },
        level: 'undetermined',
        description: '后山滑坡，埋了一栋房',
        measures: '已转移15人',
        requests: '挖掘机1台',
        figures: { dead: { n: 3 }, trapped: { n: 2 } },
      },
      into: { kind: 'open', title: '李家湾村二组后山山体滑坡' },
    })
    incident = recorded.incident.id
    await at.evaluate((id) => {
      location.hash = `#/incidents/${id}`
    }, incident)
    await reports().waitFor()
    await desk.app.evaluate(({ dialog: dialogs }, place) => {
      dialogs.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => ({
        canceled: false,
        filePath: `${place}/report.${options.defaultPath?.split('.').at(-1)}`,
      })) as unknown as typeof dialogs.showSaveDialog
    }, folder)
  })
  afterAll(() => desk?.close())

  it('says that the telephone is late, with sound, and by which rule', async () => {
    const strip = desk.page.locator('.alarm-strip[data-stage="red"]')
    await strip.filter({ hasText: /电话向县首报，已超5分钟/ }).waitFor()
    await press('F8')
    await strip.waitFor({ state: 'detached' })
    const line = reports().locator('.report-clock[data-mood="red"]')
    expect(await line.textContent()).toContain('依据：某县突发事件信息报告通知（2018年）')
    await desk.screenshot('reports-late')
  })

  it('notes the call to the county with K; the reason for its lateness is asked for', async () => {
    await press('k')
    await dialog('记录已报告').waitFor()
    const { goTo } = keyboardOf(desk.page)
    await goTo(desk.page.getByLabel('接听人'))
    await type('周科长')
    await press('Control+Enter')
    await dialog('记录已报告').waitFor({ state: 'detached' })
    await reports().getByText('周科长').waitFor()
    const found = await reporting()
    expect(found?.told).toMatchObject([
      { to: { name: '县应急管理局' }, person: '周科长', route: 'phone', saidBy: '陈明' },
    ])
    expect(found?.told[0]?.limits.map(({ clock, rule }) => [clock, rule])).toEqual([
      ['firstPhone', 'report.first.phone'],
    ])
    const { alarms } = await askDesk(desk.page, 'alarm.list', null)
    expect(alarms.map(({ kind, wantsReason }) => [kind, wantsReason])).toContainEqual(['report.firstPhone', true])
  })

  it('proposes the grade by the figures; the officer takes it', async () => {
    const grade = desk.page.locator('.incident-grade')
    await grade.getByText('死亡3人，达到3人以上').waitFor()
    await keyboardOf(desk.page).use(grade.getByRole('button', { name: '采用' }))
    await desk.page.locator('.incident-head').getByText('较大').waitFor()
    await grade.getByText('与当前级别一致').waitFor()
  })

  it('drafts the first report from what was entered; what is put aside waits', async () => {
    await press('p')
    await dialog(/拟报告/).waitFor()
    const scope = desk.page.getByLabel('影响范围')
    expect(await desk.page.getByLabel('事发地点').inputValue()).toBe('郫都区清溪镇李家湾村二组后山')
    await keyboardOf(desk.page).fill(scope, '威胁坡脚3户12人')
    await waitFor(
      () => askDesk(desk.page, 'draft.list', { kind: 'report' }),
      (drafts) => JSON.stringify(drafts).includes('威胁坡脚3户12人'),
    )
    await desk.screenshot('reports-draft')
    await press('Escape')
    await reports()
      .getByRole('button', { name: /接着拟稿/ })
      .waitFor()
    await press('p')
    await shown('这是上次没有拟完的内容，可以接着写。')
    expect(await scope.inputValue()).toBe('威胁坡脚3户12人')
    await press('Control+Enter')
    await page().waitFor()
    await page().getByText('待签发').waitFor()
  })

  it('is signed by the leader in place; the officer stays signed in', async () => {
    await page().locator('.paper').waitFor()
    await press('q')
    const password = desk.page.getByLabel('刘芳的登录密码')
    await password.waitFor()
    await waitFor(
      () => password.evaluate((element) => element === document.activeElement),
      (focused) => focused,
    )
    await type('nicht richtig')
    await press('Enter')
    await page().getByText('密码不正确，请重新输入。').waitFor()
    await keyboardOf(desk.page).fill(password, PASSWORD)
    await desk.screenshot('reports-sign')
    await press('Enter')
    await page().getByText('签发人：刘芳').waitFor()
    const session = await askDesk(desk.page, 'session.current', null)
    expect(session).toMatchObject({ state: 'signedIn', person: { name: '陈明' } })
  })

  it('goes to the county and the competent body, and stops the clock', async () => {
    await press('f')
    await page().getByRole('form', { name: '发出' }).waitFor()
    await desk.screenshot('reports-send')
    await press('Control+Enter')
    await page().locator('.tag', { hasText: '已发出' }).waitFor()
    const found = await reporting()
    expect(found?.reports[0]?.report.sendings[0]?.recipients.map(({ to }) => to.name)).toEqual([
      '县应急管理局',
      '县总值班室',
      '县自然资源局',
    ])
    expect(found?.clocks.map(({ clock }) => clock)).not.toContain('firstWritten')
    await desk.screenshot('reports-sent')
  })

  it('comes out as Word and as PDF in the official layout', async () => {
    await press('w')
    await waitFor(() => existsSync(saved('docx')), Boolean)
    await press('d')
    await waitFor(() => existsSync(saved('pdf')), Boolean)
    await desk.page.locator('.print-only').waitFor({ state: 'detached' })
    const asPdf = await convertWithLibreOffice(saved('docx'), 'pdf', join(folder, 'word'))
    const words = (path: string) =>
      execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    for (const path of [asPdf, saved('pdf')]) {
      const text = words(path)
      for (const part of ['清溪镇突发事件信息', '签发人：刘芳', '威胁坡脚3户12人', '清溪镇人民政府', '记录校验码'])
        expect(text).toContain(part)
    }
    expect(execFileSync('pdfinfo', [saved('pdf')], { encoding: 'utf8' })).toMatch(/Page size:\s+59[45]\S* x 84[12]/)
    const pictures = join(projectRoot, 'test-results')
    mkdirSync(pictures, { recursive: true })
    for (const [name, path] of [
      ['report-word', asPdf],
      ['report-pdf', saved('pdf')],
    ] as const)
      execFileSync('pdftoppm', ['-r', '60', '-png', path, join(pictures, name)])
    await press('Escape')
    await page().waitFor({ state: 'detached' })
  })

  it('follows up as 续报一, which may leave before it is signed; the gap stays on the list', async () => {
    await press('p')
    await dialog(/拟报告/).waitFor()
    // On the kind that is chosen, not on the first of the row: Space there would make it another report.
    await desk.page.locator('.dialog input[type="radio"]:checked:focus').waitFor()
    const title = desk.page.getByLabel('标题')
    await waitFor(
      () => title.inputValue(),
      (text) => text === '关于李家湾村二组后山山体滑坡的续报一',
    )
    await press('Control+Enter')
    await page().waitFor()
    await page().locator('.paper').waitFor()
    await press('f')
    await shown('这份报告还没有签发。')
    await press('Control+Enter')
    await page().getByText('已发出，待补签').waitFor()
    await press('Escape')
    await page().waitFor({ state: 'detached' })
    await reports().getByText('先发后签，未补签（不到1分钟）').waitFor()
    await desk.screenshot('reports-list')
  })

  const kindAtHand = (name: string) =>
    desk.page.locator('.choice-option', { hasText: name }).locator('input:checked:focus').waitFor()
  const toKind = (shown: string) =>
    keyboardOf(desk.page).goTo(desk.page.locator('.choice-option', { hasText: shown }).locator('input'), 'Shift+Tab')

  it('a time typed wrong in a kind of report that was left again keeps nobody from sending', async () => {
    await press('p')
    await kindAtHand('续报')
    await press('ArrowLeft')
    await kindAtHand('首报')
    const occurred = desk.page.getByLabel('事发时间')
    await keyboardOf(desk.page).fill(occurred, 'abc')
    await press('Control+Enter')
    await dialog(/拟报告/)
      .locator('[aria-invalid="true"]:focus')
      .waitFor()
    await toKind('首报')
    await press('ArrowRight')
    await kindAtHand('续报')
    await press('Control+Enter')
    await page().locator('.paper').waitFor()
    await press('Escape')
    await page().waitFor({ state: 'detached' })
  })

  it('another kind of report keeps what a person wrote and fills the rest anew', async () => {
    await press('p')
    await kindAtHand('续报')
    const title = desk.page.getByLabel('标题')
    const measures = desk.page.getByLabel('已采取措施')
    const filled = await title.inputValue()
    await keyboardOf(desk.page).fill(measures, '封闭二组进村路')
    await toKind('续报')
    await press('ArrowRight')
    await kindAtHand('终报')
    expect(await measures.inputValue()).toBe('封闭二组进村路')
    expect(await title.inputValue()).not.toBe(filled)
    await keyboardOf(desk.page).fill(title, '关于二组后山的终报')
    await toKind('终报')
    await press('ArrowRight')
    await kindAtHand('核报')
    await press('ArrowLeft')
    await kindAtHand('终报')
    expect([await title.inputValue(), await measures.inputValue()]).toEqual(['关于二组后山的终报', '封闭二组进村路'])
    // It waits as the kind it was left in.
    await press('Escape')
    await press('p')
    await desk.page.locator('.choice-option', { hasText: '终报' }).locator('input:checked').waitFor()
    expect(await title.inputValue()).toBe('关于二组后山的终报')
    await press('Escape')
  })
})
