import type { Member } from '../team/read.ts'
import type { Recipient } from './events.ts'
import { type Callee, calleeKey } from './rings.ts'

/** What the roster knows of the recipient. */
export interface CallBook {
  /** The leader of the team, or whoever answers for the village. */
  readonly leader: { readonly name: string; readonly phone: string } | null
  /** The team's own telephone. */
  readonly dutyPhone: string
  /** In the order of the roster. */
  readonly members: readonly Pick<Member, 'name' | 'phone' | 'post'>[]
}

export const EMPTY_BOOK: CallBook = { leader: null, dutyPhone: '', members: [] }

/** 队长, 组长, 分队长 lead; 副队长, 副组长, 副职 stand in for them. */
const DEPUTY = /副/
const LEADS = /(队长|组长|班长|站长|所长|主任|负责人|指导员|教导员)/

/**
 * Whom to ring, in order: the leader, the deputies, the team's duty room, then the members, those with a leading post first;
 * last the number noted with the task when the roster does not have it. Who has no number is left out.
 */
export function callOrder(to: Recipient, { leader, dutyPhone, members }: CallBook): readonly Callee[] {
  const isLeader = ({ name, phone }: Pick<Member, 'name' | 'phone'>) =>
    leader !== null && (leader.name === name || (phone !== '' && calleeKey({ phone }) === calleeKey(leader)))
  const led = members.find(isLeader)
  const others = members.filter((member) => !isLeader(member))
  const deputies = others.filter(({ post }) => DEPUTY.test(post))
  const rest = others.filter(({ post }) => !DEPUTY.test(post))
  const inTeam = (post: Callee['post']) => (member: Pick<Member, 'name' | 'phone' | 'post'>) => ({
    name: member.name,
    phone: member.phone,
    post,
    title: member.post,
  })
  const all: Callee[] = [
    ...(leader
      ? [
          {
            name: leader.name,
            phone: leader.phone || led?.phone || '',
            post: 'leader' as const,
            title: led?.post ?? '',
          },
        ]
      : []),
    ...deputies.map(inTeam('deputy')),
    { name: to.name, phone: dutyPhone, post: 'dutyRoom', title: '' },
    ...[...rest.filter(({ post }) => LEADS.test(post)), ...rest.filter(({ post }) => !LEADS.test(post))].map(
      inTeam('member'),
    ),
    { name: to.name, phone: to.phone ?? '', post: 'recipient', title: '' },
  ]
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = calleeKey(one)
    if (key === '' || one.name === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
