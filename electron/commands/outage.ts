import { refOf } from '../../shared/domain/incident/readIncident.ts'
import type { OutageArgs, OutageLine } from '../../shared/ipc/outages.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readOutage, readOutages } from '../store/repositories/outages.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { findOpen } from './incident/actOn.ts'
import { requireRole } from './requireRole.ts'
import { isAhead } from './saidTimes.ts'

/** 生命线中断: one record a village and lifeline, in one act. @throws {CommandError} outage.already when all of them are known. */
export function reportOutages(desk: DeskContext, args: OutageArgs<'outage.report'>): { added: number } {
  const { utilities, villages, incident, ...said } = args
  checkTime(desk, said.since)
  const ref = incident === null ? undefined : refOf(findOpen(desk, incident))
  const cut = new Set(
    readOutages(desk.store.db, null)
      .filter(({ repair }) => repair === null)
      .map(({ utility, village, place }) => `${utility} ${village.id} ${place}`),
  )
  const drafts = villages.flatMap((village) =>
    utilities
      .filter((utility) => !cut.has(`${utility} ${village.id} ${said.place}`))
      .map(
        (utility): AnyDraft => ({
          kind: 'outage.reported',
          entity: newId('outage'),
          base: [],
          body: { utility, village, ...said, ...(ref && { incident: ref }) },
        }),
      ),
  )
  if (drafts.length === 0) throw new CommandError('outage.already')
  append(desk, drafts)
  return { added: drafts.length }
}

/** 恢复. */
export function repairOutage(desk: DeskContext, { id, base, ...said }: OutageArgs<'outage.repair'>): null {
  checkTime(desk, said.at)
  const outage = find(desk, id)
  if (outage.repair) throw new CommandError('outage.repaired')
  if (said.at < outage.since) throw new CommandError('outage.beforeCut')
  return append(desk, [{ kind: 'outage.repaired', entity: id, base, body: { ...about(outage), ...said } }])
}

export function reopenOutage(desk: DeskContext, { id, base, at, reason }: OutageArgs<'outage.reopen'>): null {
  checkTime(desk, at)
  const outage = find(desk, id)
  if (!outage.repair) throw new CommandError('outage.notRepaired')
  return append(desk, [{ kind: 'outage.reopened', entity: id, base, body: { ...about(outage), at, reason } }])
}

export function voidOutage(desk: DeskContext, { id, base, reason }: OutageArgs<'outage.void'>): null {
  requireRole(desk, 'record.void')
  return append(desk, [{ kind: 'outage.voided', entity: id, base, body: { ...about(find(desk, id)), reason } }])
}

function find({ store }: DeskContext, id: string): OutageLine {
  const found = readOutage(store.db, id)
  if (!found || found.voided) throw new CommandError('outage.unknown')
  return found
}

function about({ utility, village, incident }: OutageLine) {
  return { utility, village, ...(incident && { incident }) }
}

function checkTime({ now }: DeskContext, at: number): void {
  if (isAhead(at, now())) throw new CommandError('outage.timeInFuture')
}

function append(desk: DeskContext, drafts: readonly AnyDraft[]): null {
  const flags = requireRole(desk, 'incident.handle')
  desk.store.append(drafts, { author: desk.session.author(), flags })
  return null
}
