import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import { JOIN_PART_BYTES, type JoinProgress, type joinChannels } from '../../../shared/ipc/join.ts'
import { CommandError } from '../../commands/commandError.ts'
import { claimConsole, readJoined } from '../../commands/join/claim.ts'
import { importJoinFile } from '../../commands/join/importJoin.ts'
import { invite } from '../../commands/join/invite.ts'
import { type HubDoor, joinByHub } from '../../commands/join/joinByHub.ts'
import type { DeskContext } from '../../deskContext.ts'

/** Holds what belongs to one join while it lasts: the parts of the file, how far it is, whether somebody wants it to end. */
export function joinHandlers(
  desk: DeskContext,
  hub: HubDoor,
  tell: (topic: string) => void,
): HandlersOf<typeof joinChannels> {
  let file = Buffer.alloc(0)
  let received = 0
  let progress: JoinProgress = { state: 'idle' }
  let cancelled = false
  const show = (next: JoinProgress) => {
    progress = next
    tell('join')
  }
  async function during<Value>(state: 'writing' | 'opening', work: () => Promise<Value>): Promise<Value> {
    if (progress.state !== 'idle') throw new CommandError('join.busy')
    cancelled = false
    show({ state, done: 0, total: 0 })
    try {
      return await work()
    } finally {
      show({ state: 'idle' })
      tell('session')
    }
  }
  return {
    'join.invite': () =>
      during('writing', () => invite(desk, (done, total) => show({ state: 'writing', done, total }))),
    'join.progress': () => progress,
    'join.receive': ({ at, total, base64 }) => {
      const part = Buffer.from(base64, 'base64')
      if (at === 0) {
        file = Buffer.alloc(total)
        received = 0
      }
      if (at !== received || file.length !== total || at + part.length > total || part.length > JOIN_PART_BYTES)
        throw new CommandError('join.broken')
      part.copy(file, at)
      received += part.length
      return null
    },
    'join.import': ({ code }) =>
      during('opening', async () => {
        if (file.length === 0 || received !== file.length) throw new CommandError('join.broken')
        await importJoinFile(desk, file, code, {
          onProgress: (done, total) => show({ state: 'applying', done, total }),
          isCancelled: () => cancelled,
        })
        file = Buffer.alloc(0)
        return null
      }),
    'join.cancel': () => {
      cancelled = true
      return null
    },
    'join.byHub': ({ url, code }) =>
      during('opening', async () => {
        await joinByHub(desk, hub, url, code)
        return null
      }),
    'join.joined': () => readJoined(desk),
    'join.claim': (args) => claimConsole(desk, args),
  }
}
