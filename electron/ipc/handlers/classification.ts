import type { Classification } from '../../../shared/domain/classification.ts'
import type { classificationChannels } from '../../../shared/ipc/classification.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import { readClassification } from '../../classification.ts'

/** Read with the first question: nothing on the way to the window waits for it. */
export function classificationHandlers(): HandlersOf<typeof classificationChannels> {
  let known: Classification | undefined
  return {
    'classification.read': () => {
      known ??= readClassification()
      return known
    },
  }
}
