import type { Claim } from './claims.ts'

/** Kinds of call in which people run off, or the police take them away. */
const QUARRELS: ReadonlySet<string> = new Set(['criminalCase', 'massIncident', 'landDispute', 'wageDispute'])
const AWAY = /带走|押走|抓走|抓|跑|逃|没影|(?:打|偷|抢|骗|砍|捅)[^,.;]{0,3}的[^,.;]{0,4}不见/u
/** The police took him along. */
const TAKEN_ALONG = /(?:派出所|民警|警察|公安|特警|交警)[^,.;]{0,6}(?:带走|带回|押走|抓走)/u

/** 司机跑没影了: who fled is not looked for, whatever the call is about. */
const FLED =
  /(?:司机|驾驶员|车主|货主|船主|老板|工头|包工头|肇事[者的]?|小偷|贼|凶手|房东|业主|厂长|矿长|[开骑]\p{Script=Han}{1,3}的|撞人的|打人的|放火的|点火的|倒废水的)[^,.;冲卷带]{0,4}(?:跑|溜|逃|躲)(?:得|的)?(?:没|不见|了|掉|路|人影|远|脱|走)/u

/** 欠工资的老板联系不上: looked for by those he owes. */
const DEBT = /工资|工钱|欠[薪款钱账债]|拖欠|讨薪|骗|诈|卷[钱款]|集资/u
const DEBTOR = /老板|工头|骗|中介|厂长|经理|负责人|开发商|承包|人(?:都|也|已经?)?(?:找不|不见|没影|联系不)/u

/** 民警带走三个,伤者送医: of whom `head` speaks right before, the next clause tells nothing. */
export function isTakenAlong(head: string): boolean {
  return /(?:带走|带回|抓走?|抓获|控制|拘留|扣押|押走)[了着到住]?[^,.;]{0,2}$/u.test(head)
}

/** The claims without those who ran off after a fight or a theft, or were taken along: nobody looks for them as missing. */
export function withoutRunaways(claims: readonly Claim[], text: string, type: string | undefined): readonly Claim[] {
  return claims.filter(({ field, from, to }) => {
    if (field !== 'missing') return true
    const said = text.slice(Math.max(0, from - 8), to)
    if (DEBT.test(text) && DEBTOR.test(said)) return false
    return !TAKEN_ALONG.test(said) && !FLED.test(said) && !(type !== undefined && QUARRELS.has(type) && AWAY.test(said))
  })
}
