import type { Claim } from './claims.ts'

/** Kinds of call in which people run off, or the police take them away. */
const QUARRELS: ReadonlySet<string> = new Set(['criminalCase', 'massIncident', 'landDispute', 'wageDispute'])
const AWAY = /带走|押走|抓走|抓|跑|逃|没影|(?:打|偷|抢|骗|砍|捅)[^,.;]{0,3}的[^,.;]{0,4}不见/u
/** The police took him along. */
const TAKEN_ALONG = /(?:派出所|民警|警察|公安|特警|交警)[^,.;]{0,6}(?:带走|带回|押走|抓走)/u

/** The claims without those who ran off after a fight or a theft, or were taken along: nobody looks for them as missing. */
export function withoutRunaways(claims: readonly Claim[], text: string, type: string | undefined): readonly Claim[] {
  return claims.filter(({ field, from, to }) => {
    if (field !== 'missing') return true
    const said = text.slice(Math.max(0, from - 8), to)
    return !TAKEN_ALONG.test(said) && !(type !== undefined && QUARRELS.has(type) && AWAY.test(said))
  })
}
