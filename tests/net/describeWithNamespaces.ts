import { describe } from 'vitest'
import { canOpenNetPair } from './namespaces.ts'

const possible = canOpenNetPair()

if (!possible && process.env.CI !== 'true')
  console.log(
    'tests/net: skipped; network namespaces need root, iproute2 and python3 (apt-get install iproute2 python3)',
  )

/** `describe` for what needs network namespaces: skipped with one clear line, but with CI=true it runs, and so fails. */
export const describeWithNamespaces: typeof describe | typeof describe.skip =
  possible || process.env.CI === 'true' ? describe : describe.skip
