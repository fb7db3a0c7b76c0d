import type { Log } from '../../shared/protocol/ports.ts'
import { CommandError } from '../commands/commandError.ts'
import type { Store } from '../store/store.ts'
import { normalizeAddress } from './hubAddress.ts'
import { plainLink, readLinks, saveLinks } from './linkConfig.ts'
import type { LinkRules } from './linkRules.ts'

/** The address of the county's hub that people type: that of the first link. */
export interface CountyAddress {
  /** '' when none was set. */
  read(): string
  /** @throws {CommandError} sync.badAddress */
  save(url: string): void
}

export function createCountyAddress(store: Pick<Store, 'db' | 'writeLocal'>, rules: LinkRules): CountyAddress {
  return {
    read: () => readLinks(store, rules)[0]?.url ?? '',
    save(url) {
      const address = normalizeAddress(url)
      const [first, ...rest] = readLinks(store, rules)
      if (first?.url === address) return
      saveLinks(store, [first ? { ...first, url: address } : plainLink(address, rules), ...rest])
    },
  }
}

/** One given on the command line. A slip there must not keep the duty log closed: the address of before stays. */
export function takeGivenAddress(address: CountyAddress, url: string, log: Log): void {
  try {
    address.save(url)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    log.warn('link.badAddress', { address: url })
    console.error(`--hub: 不是可用的地址，没有采用 / not an address, not used: ${url}`)
  }
}
