import type { DeskContext } from '../../deskContext.ts'
import { deleteCredential, writeCredential } from '../../store/repositories/credentials.ts'
import { CommandError } from '../commandError.ts'
import { credentialOf } from '../passwords.ts'
import { normalCode } from '../secret.ts'
import { refuseWhenSettled } from './importJoin.ts'
import { writeJoining } from './joining.ts'

/** What joining needs of the link with the county. */
export interface HubDoor {
  setHubUrl(url: string): void
  enroll(request: {
    code: string
    division: string
    name: string
    consoleName: string
    letter: string | null
  }): Promise<{ readonly outcome: 'enrolled' } | { readonly outcome: 'refused' | 'pending'; readonly reason: string }>
}

/**
 * Joins the township that a county's one-time code names. The records then come by themselves.
 * @throws {CommandError} sync.badCode, sync.badAddress, join.hubRefused {reason}, join.hubUnreachable, setup.alreadyDone
 */
export async function joinByHub(context: DeskContext, hub: HubDoor, url: string, code: string): Promise<void> {
  refuseWhenSettled(context)
  const { store } = context
  const credential = await credentialOf(context, normalCode(code))
  store.writeLocal((db) => {
    writeJoining(db, { by: 'hub', letter: '', invitation: '' })
    writeCredential(db, 'join', '', credential)
  })
  let outcome: Awaited<ReturnType<HubDoor['enroll']>>
  try {
    hub.setHubUrl(url)
    outcome = await hub.enroll({ code, division: store.scope, name: '', consoleName: '', letter: null })
  } catch (error) {
    forget(context)
    throw error
  }
  if (outcome.outcome === 'enrolled') return
  if (outcome.outcome === 'refused') {
    forget(context)
    throw new CommandError('join.hubRefused', { reason: outcome.reason })
  }
  // The link asks again by itself: should the hub answer later, the code still proves the administrator.
  store.writeLocal((db) => writeJoining(db, null))
  throw new CommandError('join.hubUnreachable')
}

function forget({ store }: DeskContext): void {
  store.writeLocal((db) => {
    writeJoining(db, null)
    deleteCredential(db, 'join', '')
  })
}
