import { stepsOf } from '../../../shared/domain/card/card.ts'
import { restedOn } from '../../../shared/domain/response/course.ts'
import { countSteps, markOf } from '../../../shared/domain/response/readResponse.ts'
import { stepKey } from '../../../shared/domain/response/response.ts'
import type { ResponseArgs } from '../../../shared/ipc/response.ts'
import type { DeskContext } from '../../deskContext.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { refOfTask } from './help.ts'
import { act, cardsAtHand, findResponse } from './onResponse.ts'

/**
 * Marks a step of a card 已落实, 不适用 (with the reason) or takes the mark back. When it was the last one, the first half hour's
 * clock stops in the same act; taking back a tick that it had stopped on lets it run on. Steps may be ticked before the response was started: the first minutes do not wait for it.
 */
export function markStep(desk: DeskContext, args: ResponseArgs<'response.markStep'>): null {
  const { base, card: cardId, step, state, at, means, tasks, note, reason } = args
  const found = findResponse(desk, args.incident, at)
  const { entity, incident, response } = found
  const card = desk.cards.all().find((one) => one.card.id === cardId)?.card
  const known = card && stepsOf(card).find(({ id }) => id === step)
  if (!card || !known) throw new CommandError('response.unknownStep')
  const before = markOf(response, cardId, step)
  const now = before?.state ?? 'open'
  if (now === state && state !== 'assigned') throw new CommandError('response.stepUnchanged')
  if ((state === 'open' || state === 'notApplicable') && !reason) throw new CommandError('response.reasonMissing')
  const drafts: AnyDraft[] = [
    {
      kind: 'response.stepMarked',
      entity,
      base,
      body: {
        incident,
        card: { id: card.id, version: card.version, title: card.title['zh-CN'] },
        step,
        text: known.text['zh-CN'],
        state,
        at,
        by: args.by || desk.session.author().name,
        ...(means && { means }),
        ...(tasks && { tasks: tasks.map((id) => refOfTask(desk, id)) }),
        ...(note && { note }),
        ...(reason && { reason }),
      },
    },
  ]
  const after = { ...response.steps, [stepKey(cardId, step)]: { value: { state } } as never }
  const { all, open } = countSteps(cardsAtHand(desk, found), { steps: after })
  const run = response.course.runs.at(-1)
  if (open === 0 && run && !run.ended && run.completedAt === null)
    drafts.push({ kind: 'response.stepsCompleted', entity, body: { incident, at: desk.now(), steps: all } })
  if (open > 0 && state === 'open' && run && !run.ended && restedOn(run, before?.settled ?? null))
    drafts.push({ kind: 'response.stepsReopened', entity, body: { incident, at: desk.now(), steps: open } })
  return act(desk, drafts)
}

/** Takes another card to hand, or puts one away (with the reason). */
export function chooseCard(desk: DeskContext, args: ResponseArgs<'response.chooseCard'>): null {
  const { base, chosen, reason } = args
  const found = findResponse(desk, args.incident)
  const card = desk.cards.all().find((one) => one.card.id === args.card)?.card
  if (!card) throw new CommandError('response.unknownCard')
  const atHand = cardsAtHand(desk, found).some(({ id }) => id === card.id)
  if (atHand === chosen) throw new CommandError('response.cardUnchanged')
  if (!chosen && !reason) throw new CommandError('response.reasonMissing')
  const named = { id: card.id, version: card.version, title: card.title['zh-CN'] }
  const body = { incident: found.incident, card: named, chosen, ...(reason && { reason }) }
  return act(desk, [{ kind: 'response.cardChosen', entity: found.entity, base, body }])
}
