import { expect, it } from 'vitest'
import { openCardShelf } from '../../../../electron/cards.ts'
import { draftKeyOf } from '../../../../renderer/features/response/model.ts'
import { draftIdOf } from '../../../../renderer/features/tasks/issueForm.ts'
import { stepsOf } from '../../../../shared/domain/card/card.ts'
import { draftChannels } from '../../../../shared/ipc/drafts.ts'
import { draftIdIn } from '../../../../shared/ipc/draftWorlds.ts'

const incident = { id: 'incident-0123456789abcdef', no: '0714-A01', title: '李家湾村山洪' }
const order = { id: 'order-0123456789abcdef', no: '0714-县01', title: '转移' }
const steps = openCardShelf()
  .all()
  .flatMap(({ card }) => stepsOf(card).map(({ id }) => ({ incident, draftKey: draftKeyOf({ id, card: card.id }) })))

it.each(['real', 'drill'] as const)(
  'the draft of a task is taken by the desk, whatever the task is given from: %s',
  (world) => {
    const ids = [{}, { incident }, { order }, ...steps].map((from) => draftIdIn(world, draftIdOf(from)))
    const refused = ids.filter(
      (id) => !draftChannels['draft.save'].args.safeParse({ id, kind: 'task', body: {} }).success,
    )
    expect(refused).toEqual([])
  },
)

it('no two steps of all cards share a draft', () => {
  const ids = steps.map(draftIdOf)
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
