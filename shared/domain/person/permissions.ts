import type { Role } from '../values.ts'

interface Rule {
  readonly roles: readonly Role[]
  /** Never refused: whoever is at the desk when lives depend on it acts, and the record says that it was outside the role. */
  readonly lifeSafety?: true
}

const EVERYONE: readonly Role[] = ['dutyOfficer', 'leaderOnDuty', 'townshipHead', 'staff', 'administrator']
const DESK: readonly Role[] = ['dutyOfficer', 'leaderOnDuty', 'townshipHead']
const LEADERS: readonly Role[] = ['leaderOnDuty', 'townshipHead']
const ADMINISTRATORS: readonly Role[] = ['administrator']

/** Which role may do which act at the desk. */
const rules = {
  'call.record': { roles: EVERYONE, lifeSafety: true },
  'incident.open': { roles: DESK, lifeSafety: true },
  'incident.handle': { roles: DESK, lifeSafety: true },
  'task.give': { roles: DESK, lifeSafety: true },
  'task.answer': { roles: DESK, lifeSafety: true },
  'order.answer': { roles: DESK, lifeSafety: true },
  /** 启动、升降级、终止应急响应: the head's act; at the desk it is done on the head's word. */
  'response.command': { roles: DESK, lifeSafety: true },
  'card.review': { roles: [...LEADERS, 'administrator'] },
  'duty.take': { roles: DESK, lifeSafety: true },
  'township.changeMode': { roles: LEADERS, lifeSafety: true },
  /** 开始、参加、结束演练. Leaving one is everybody's. */
  'drill.command': { roles: [...DESK, 'administrator'] },
  'log.enter': { roles: EVERYONE },
  'record.void': { roles: DESK },
  'team.edit': { roles: [...DESK, 'staff', 'administrator'] },
  'village.edit': { roles: [...DESK, 'staff', 'administrator'] },
  'household.edit': { roles: [...DESK, 'staff', 'administrator'] },
  'person.edit': { roles: [...DESK, 'staff', 'administrator'] },
  'person.authorise': { roles: ADMINISTRATORS },
  'township.edit': { roles: ADMINISTRATORS },
  'console.invite': { roles: ADMINISTRATORS },
  'store.restore': { roles: ADMINISTRATORS },
} as const satisfies Record<string, Rule>

export type Act = keyof typeof rules

/** `flagged`: outside the role, done all the same because a life may depend on it. `needs`: the first role that may do it. */
export type Verdict =
  | { readonly verdict: 'allowed' | 'flagged' }
  | { readonly verdict: 'refused'; readonly needs: Role }

export function judgeAct(act: Act, held: readonly Role[]): Verdict {
  const rule: Rule = rules[act]
  if (rule.roles.some((role) => held.includes(role))) return { verdict: 'allowed' }
  if (rule.lifeSafety) return { verdict: 'flagged' }
  return { verdict: 'refused', needs: rule.roles.at(-1) ?? 'administrator' }
}
