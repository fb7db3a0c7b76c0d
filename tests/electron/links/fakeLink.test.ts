import { describe } from 'vitest'
import { type Accepted, describeBearer, recordingDoor } from '../../support/bearerContract.ts'
import { createFakeLink } from '../../support/fakeLink.ts'
import { createWorld } from '../../support/world.ts'

describe('the fake link as a bearer', () => {
  describeBearer(async () => {
    const world = createWorld(1)
    const accepted: Accepted[] = []
    const door = recordingDoor(accepted)
    const link = createFakeLink(world, () => door)
    return {
      bearer: link.bearer,
      accepted,
      until: async (done) => world.runUntil(done),
      takeDown: async () => link.cut(),
      dispose: async () => link.cut(),
    }
  })
})
