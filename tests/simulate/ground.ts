import { findResource } from '../../electron/findResource.ts'
import { type LinkRules, readLinkRules } from '../../electron/links/linkRules.ts'
import { createNarrowCodecs, type NarrowCodecs } from '../../shared/node/narrowCodecs.ts'
import { makeTemplate } from './disk.ts'

/** What every run of a process starts from, read once. */
export interface Ground {
  /** Folder of a console that was opened once. */
  readonly template: string
  readonly rules: LinkRules
  readonly narrow: NarrowCodecs
}

/** @param template one that was made already; who made it removes it. */
export function layGround(template = makeTemplate()): Ground {
  return { template, rules: readLinkRules(), narrow: createNarrowCodecs(findResource) }
}
