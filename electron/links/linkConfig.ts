import { z } from 'zod'
import { type LinkSettings, linkSettings } from '../../shared/ipc/links.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { LinkUseStore } from '../sync/ports.ts'
import type { LinkRules } from './linkRules.ts'

const LINKS = 'links'
/** Where earlier versions kept the one address. */
const HUB_URL = 'hubUrl'
const USE = 'linkUse.'

const linkUse = z.object({ day: z.string(), sent: z.number(), received: z.number(), billed: z.number() })

type LocalStore = Pick<Store, 'db' | 'writeLocal'>

/** The configured links in order of preference; none before an address was given. */
export function readLinks({ db }: Pick<Store, 'db'>, rules: LinkRules): readonly LinkSettings[] {
  const kept = z.array(linkSettings).safeParse(readSetting(db, LINKS))
  if (kept.success) return kept.data
  const url = readSetting(db, HUB_URL)
  return typeof url === 'string' && url !== '' ? [plainLink(url, rules)] : []
}

export function saveLinks(store: LocalStore, links: readonly LinkSettings[]): void {
  store.writeLocal((db) => writeSetting(db, LINKS, links))
}

/** A broadband link as it is before anybody said more about it. */
export function plainLink(url: string, rules: LinkRules): LinkSettings {
  return {
    id: 'broadband',
    kind: 'broadband',
    name: '',
    url,
    card: null,
    bitRate: rules.kinds.broadband.bitRate,
    billing: 'free',
    budgetBytes: null,
    laneFloor: 2,
    mode: 'auto',
  }
}

/** What went over each link, kept with the console's own settings. */
export function createUseStore(store: LocalStore): LinkUseStore {
  return {
    read(link) {
      const kept = linkUse.safeParse(readSetting(store.db, `${USE}${link}`))
      return kept.success ? kept.data : null
    },
    save: (link, use) => store.writeLocal((db) => writeSetting(db, `${USE}${link}`, use)),
  }
}
