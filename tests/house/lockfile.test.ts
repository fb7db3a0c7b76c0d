import { expect, it } from 'vitest'
import { repairLockfile } from '../../electron/dev/repairLockfile.mjs'
import { checkLock, listLockfiles } from './checkLockfile.ts'

const manifest = { dependencies: { a: '1.2.3' }, allowScripts: { a: false } }
const good = { version: '1.2.3', integrity: 'sha512-x' }
const lock = { packages: { '': {}, 'node_modules/a': good } }

it('finds nothing wrong with a lockfile in order', () => {
  expect(checkLock(manifest, lock)).toEqual([])
})

it.each([
  ['a range', { ...manifest, dependencies: { a: '^1.2.3' } }, lock],
  ['another version', { ...manifest, dependencies: { a: '1.2.4' } }, lock],
  ['an unlocked package', { ...manifest, dependencies: { a: '1.2.3', b: '1.0.0' } }, lock],
  ['no integrity', manifest, { packages: { 'node_modules/a': { version: '1.2.3' } } }],
  ['a weak integrity', manifest, { packages: { 'node_modules/a': { version: '1.2.3', integrity: 'sha1-x' } } }],
  ['an address', manifest, { packages: { 'node_modules/a': { ...good, resolved: 'https://example.org/a.tgz' } } }],
  [
    'an undecided install script',
    manifest,
    { packages: { 'node_modules/a': good, 'node_modules/c': { ...good, hasInstallScript: true } } },
  ],
  ['one more script allowed', { ...manifest, allowScripts: { a: true } }, lock],
])('finds %s', (_name, badManifest, badLock) => {
  expect(checkLock(badManifest, badLock)).toHaveLength(1)
})

it('lets a platform part that no registry offered go without integrity', () => {
  const part = { version: '1.0.0', optional: true, os: ['win32'], cpu: ['x64'] }
  expect(checkLock(manifest, { packages: { ...lock.packages, 'node_modules/part-win32-x64': part } })).toEqual([])
})

it('looks at every lockfile of the project', () => {
  expect(listLockfiles().sort()).toEqual(
    expect.arrayContaining(['electron/dev/runtime/package-lock.json', 'package-lock.json']),
  )
})

it('repairs a lockfile from which npm left out platform parts', () => {
  const parts = { '@x/a-linux-x64-gnu': '1.2.3', '@x/a-win32-arm64': '1.2.3' }
  const before = {
    packages: {
      'node_modules/a': { ...good, dev: true, optionalDependencies: parts },
      'node_modules/@x/a-linux-x64-gnu': good,
    },
  }
  const { lockfile, added } = repairLockfile(before)
  expect(added).toEqual(['@x/a-win32-arm64@1.2.3'])
  expect(lockfile.packages['node_modules/@x/a-win32-arm64']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    os: ['win32'],
    dev: true,
    optional: true,
  })
  expect(repairLockfile(lockfile).added).toEqual([])
})
