import type { Clause } from '../clauses.ts'
import type { Bonds } from './bonds.ts'
import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'
import type { Group } from './scene.ts'

/** The people of a line as far as it is read. */
export interface Telling {
  readonly groups: Group[]
  /** Of whom it speaks just now. */
  focus: Group | undefined
  /** Told of nobody yet: 马蜂蜇人,三个. */
  open: readonly Told[]
  /** What befell whoever is in the vehicle. */
  aboard: readonly Told[]
  /** Of the people before a 、: 路人5名、摊主2名. */
  list: readonly Told[]
}

/** One clause: who is brought up in it, and what is told of whom. */
export interface Heard {
  readonly text: string
  readonly clause: Clause
  readonly said: string
  readonly here: readonly Mention[]
  readonly bonds: Bonds
}

export const WHOLE = /都|全|均|一起|一个不/u
export const MANY = /们|不少|很多|好多|几|有些|一些|纷纷|大部分/u
/** 昨天才四个, 开始说七八个: of another day, or no longer true. */
const BEFORE_NOW = /(?:昨天|前天|昨晚|起先|开始|早先|先前|原先|最初)(?:才|只|还)?说?(?:是|有)?$/u

/** 开始七个,后来又添了十二个: that many still are. */
const ADDED = /^[^.;]{0,3}[,](?:后来|今天|刚才|又|接着){1,2}(?:又|添|来|加|多|增|送|陆续|发现|查出)了?/u

export function isBeforeNow(head: string, tail: string): boolean {
  return BEFORE_NOW.test(head) && !ADDED.test(tail)
}
/** 划了另一个胳膊: not his own. */
export const OTHER_ONE = /另一[个名]|对方|别人/u
