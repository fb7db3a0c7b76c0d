import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { linkChannels } from '../../../shared/ipc/links.ts'
import type { CountyLink } from '../../countyLink.ts'
import type { DemoSwitches } from '../../links/demoSwitches.ts'

/** @param demo only while the demo's links are there to be cut. */
export function linkHandlers(link: CountyLink, demo: DemoSwitches | null): HandlersOf<typeof linkChannels> {
  return {
    'links.now': () => link.links(),
    'links.queue': () => link.queue(),
    'links.save': ({ links }) => {
      link.saveLinks(links)
      return null
    },
    'links.setMode': ({ id, mode }) => {
      link.setMode(id, mode)
      return null
    },
    'links.test': ({ id }) => {
      link.test(id)
      return null
    },
    'links.switches': async () => (await demo?.read()) ?? [],
    'links.switch': async ({ id, state }) => {
      await demo?.set(id, state)
      return null
    },
  }
}
