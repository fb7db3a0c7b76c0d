import { afterEach, beforeEach, expect, it } from 'vitest'
import { createUseStore, plainLink, readLinks, saveLinks } from '../../../electron/links/linkConfig.ts'
import { readLinkRules } from '../../../electron/links/linkRules.ts'
import { writeSetting } from '../../../electron/store/settings.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { removeFolder } from '../../support/storeFixture.ts'

const rules = readLinkRules()
let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(async () => {
  await test.desk.close()
  removeFolder(test.folder)
})

it('begins without a link, and takes the address an earlier version kept for a broadband link', () => {
  const { store } = test.desk
  expect(readLinks(store, rules)).toEqual([])
  store.writeLocal((db) => writeSetting(db, 'hubUrl', 'http://10.0.0.8:8970'))
  expect(readLinks(store, rules)).toEqual([plainLink('http://10.0.0.8:8970', rules)])
})

it('keeps links in their order, and what went over each', () => {
  const { store } = test.desk
  const links = [linkOf({ id: 'satellite', kind: 'satellite' }), linkOf()]
  saveLinks(store, links)
  expect(readLinks(store, rules)).toEqual(links)
  const uses = createUseStore(store)
  const use = { day: '2026-07-14', sent: 1, received: 2, billed: 3 }
  uses.save('satellite', use)
  expect([uses.read('satellite'), uses.read('broadband')]).toEqual([use, null])
})

it('an address typed at set-up becomes that of the first link; the others stay', () => {
  const { desk } = test
  ask(desk, 'sync.setHub', { url: '10.0.0.8:8970' })
  const [first] = ask(desk, 'links.now', null).links
  expect(first?.settings).toEqual(plainLink('http://10.0.0.8:8970', rules))
  const satellite = linkOf({ id: 'satellite', kind: 'satellite' })
  ask(desk, 'links.save', { links: [first?.settings ?? satellite, satellite] })
  ask(desk, 'sync.setHub', { url: '10.0.0.9:8970' })
  expect(ask(desk, 'links.now', null).links.map(({ settings }) => settings.url)).toEqual([
    'http://10.0.0.9:8970',
    satellite.url,
  ])
})

it('refuses what cannot be an address, two links with one id, and a link that is not there', () => {
  const { desk } = test
  const refusal = (act: () => unknown): string => {
    try {
      act()
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'another error'
    }
    return 'taken'
  }
  expect(refusal(() => ask(desk, 'links.save', { links: [linkOf({ url: 'http://' })] }))).toBe('sync.badAddress')
  expect(refusal(() => ask(desk, 'links.save', { links: [linkOf(), linkOf()] }))).toBe('links.twice')
  expect(refusal(() => ask(desk, 'links.setMode', { id: 'none', mode: 'forced' }))).toBe('links.unknown')
  expect(refusal(() => ask(desk, 'links.test', { id: 'none' }))).toBe('links.unknown')
})

it('keeps what a person said about a link', () => {
  const { desk } = test
  ask(desk, 'links.save', { links: [linkOf()] })
  ask(desk, 'links.setMode', { id: 'broadband', mode: 'forbidden' })
  expect(readLinks(desk.store, rules)[0]?.mode).toBe('forbidden')
})
