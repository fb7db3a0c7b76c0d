// Packs the `dir` target, which works without a network, and looks at what is inside. The other targets are configured
// for a connected machine. The packed app is not started here: with the runtime standing in for Electron 45 its
// better-sqlite3 could not load.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '../../electron/dev/build.ts'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { findElectron } from '../../electron/dev/findElectron.ts'

const host = process.platform === 'linux' ? await findElectron((line) => console.log(line)) : undefined
const possible = host !== undefined && host.kind !== 'browser'
const output = join(projectRoot, '.cache', `pack-${process.pid}`)
const unpacked = join(output, 'linux-unpacked')

interface Asar {
  listPackage(archive: string, options: object): string[]
  extractFile(archive: string, file: string): Buffer
}
// It comes with electron-builder; naming it as a dependency of our own would lock it twice.
const asar = createRequire(import.meta.url)('@electron/asar') as Asar

describe.skipIf(!possible && process.env.CI !== 'true')('electron-builder --linux dir', () => {
  const archive = join(unpacked, 'resources/app.asar')
  let files: string[] = []

  beforeAll(async () => {
    if (!host || host.kind === 'browser') throw new Error('no Electron to pack with')
    await buildStale()
    const args = ['--linux', 'dir', '--publish', 'never']
    args.push(`-c.electronDist=${dirname(host.executable)}`, `-c.directories.output=${output}`)
    const done = spawnSync(process.execPath, [join(projectRoot, 'node_modules/.bin/electron-builder'), ...args], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`)
    files = asar.listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  })
  afterAll(() => rmSync(output, { recursive: true, force: true }))

  it('holds main, preload and page', () => {
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/main.cjs', '/out/preload/preload.cjs', '/out/renderer/index.html']),
    )
  })

  it('starts with the bundled main', () => {
    const manifest = JSON.parse(asar.extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({ name: 'zhenshou', productName: '镇守', main: 'out/main/main.cjs' })
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  it('holds the icons the program shows itself', () => {
    const icons = files.filter((file) => /^\/resources\/icons\/tray/.test(file))
    expect(icons).toContain('/resources/icons/tray.png')
    expect(icons).toContain('/resources/icons/trayAlarm.ico')
    expect(files).toContain('/resources/icons/linux/128x128.png')
  })

  it('holds both languages', () => {
    expect(files.filter((file) => /^\/resources\/locales\/(zh-CN|en)$/.test(file))).toHaveLength(2)
  })

  it('holds no sources, tests, tool configs or maps', () => {
    const strange = files.filter((file) => /\.(tsx?|map|md)$|^\/(tests|shared|electron|renderer|hub)(\/|$)/.test(file))
    expect(strange).toEqual([])
  })

  it('holds no package but the native one, for this platform alone', () => {
    const packages = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file))
    expect(packages).toEqual(['/node_modules/better-sqlite3'])
    const binaries = files.filter((file) => file.endsWith('.node'))
    expect(binaries).toEqual([`/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`])
    expect(existsSync(join(unpacked, 'resources/app.asar.unpacked', binaries[0] ?? '?'))).toBe(true)
  })

  it('holds nothing of the development runtime', () => {
    expect(existsSync(join(unpacked, 'resources/app'))).toBe(false)
    const found = execFileSync('find', [unpacked, '-name', 'bootstrap.cjs', '-o', '-name', 'better_sqlite3.node'])
    expect(found.toString('utf8')).toBe('')
  })

  it('has every fuse set as electron-builder.yml states', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'zhenshou'))
    const state = Object.fromEntries(Object.entries(wire).filter(([key]) => /^[0-7]$/.test(key)))
    // '0' off, '1' on, in the order of the list in electron-builder.yml.
    expect(Object.values(state).map((value) => String.fromCharCode(Number(value)))).toEqual([...'01001100'])
  })

  it('never carries --no-sandbox', () => {
    const config = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
    const bundle = asar.extractFile(archive, 'out/main/main.cjs').toString('utf8')
    expect(config).not.toContain('no-sandbox')
    expect(bundle).not.toMatch(/appendSwitch\([^)]*no-sandbox/)
  })
})
