import { z } from 'zod'
import { DEMO_LINK_STATES, type DemoLinkState, type DemoSwitch } from '../../shared/ipc/links.ts'

/** Cuts and restores the links of the demo, whose relays run in the launcher. Absent outside the demo. */
export interface DemoSwitches {
  read(): Promise<readonly DemoSwitch[]>
  set(id: string, state: DemoLinkState): Promise<void>
}

const switches = z.array(z.object({ id: z.string(), state: z.enum(DEMO_LINK_STATES) }))

/** @param url where the launcher listens, on this machine alone. */
export function connectDemoSwitches(url: string): DemoSwitches {
  return {
    read: async () => switches.parse(await (await fetch(url)).json()),
    async set(id, state) {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ id, state }) })
      if (!answer.ok) throw new Error(`the demo's links answered ${answer.status}`)
    },
  }
}
