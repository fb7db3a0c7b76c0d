import type { Claim } from './claims.ts'
import { type Clause, isUnreal } from './clauses.ts'
import { readZeros } from './zeros.ts'

/** 刚才那个是谣传, 网上传的不属实: what others told is taken back, and not what the caller says himself. */
const OF_OTHERS = /那|网|群里|抖音|别人|外[头面]|有人|[传说报]的|谣/u
const TELLS = /[说讲报传称]|听/u
/** 失踪两人是误报,人在亲戚家. */
const NOT_MISSING =
  /(?:失踪|失联|走失|走丢|不见)了?的?(?:那|这)?[\d一二两三四五六七八九十]+[个名位]?(?:人|老人|孩子|小孩|学生|群众|村民)?(?:的(?:情况|消息|事儿?))?(?:是|系|属|为)?(?:误报|谎报|虚惊)/u
const FOUND =
  /找到|找着|寻到|联系上|回来了|回家了|到家了|人(?:就|都|是|一直)?在[^,.;]{1,6}|在[^,.;]{1,4}家(?!失|丢|不)/u

/** Zeros of a line that something was taken back in: who denies it is believed, 没人被困,那个是谣传. `gone`: clauses taken back. */
export function readDenials(text: string, clauses: readonly Clause[], gone: ReadonlySet<Clause>): readonly Claim[] {
  if (gone.size === 0) return []
  const all = clauses.filter((clause) => gone.has(clause))
  const last = all.at(-1)
  const denied =
    last && OF_OTHERS.test(text.slice(last.from, last.to))
      ? all.filter((one) => {
          const said = text.slice(one.from, one.to)
          return one !== last && !TELLS.test(said) && !isUnreal(said) && text.charAt(one.to) !== '?'
        })
      : []
  const only = denied.reduce(
    (left, { from, to }) => left.slice(0, from) + text.slice(from, to) + left.slice(to),
    '　'.repeat(text.length),
  )
  const zeros = denied.length > 0 ? readZeros(only, denied) : []
  const back = NOT_MISSING.exec(text)
  if (!back || !FOUND.test(text.slice(0, back.index) + text.slice(back.index + back[0].length))) return zeros
  const { index: from } = back
  return [
    ...zeros,
    {
      field: 'missing',
      amount: { n: 0 },
      from,
      to: from + back[0].length,
      kind: '',
      part: false,
      more: false,
      left: false,
    },
  ]
}
